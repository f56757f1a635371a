import { ledgerKeys } from "../../src/auth/ledger-keys.js";
import { beginLedger } from "../../src/commands/ledger-head.js";
import { openReadLedger, type ReadLedger } from "../../src/commands/read-ledger.js";
import type { Database, Session } from "../../src/db/database.js";
import { ownerOf } from "./owner.js";

const LEDGER_KEY = "a-ledger-key-of-at-least-32-characters";
export const LEDGER_KEYS = ledgerKeys(LEDGER_KEY);

/** A ledger that is appended to, and not sealed. */
export const appendingOn = (database: Database): ReadLedger =>
  openReadLedger({ database, keys: LEDGER_KEYS, onFailure: () => {} });

/** The read ledger of a test's own database. */
export const ledgerOn = async (database: Database): Promise<ReadLedger> => {
  await beginLedger(database, LEDGER_KEYS);
  return appendingOn(database);
};

/** What is sent to keep the ledger, whatever was asked: entries of several requests share a statement. */
export const isOfLedger = (text: string): boolean =>
  /^with appending|^select 1 from access_read where|^insert into "access_read"|"ledger_|pg_(try_)?advisory/.test(text);

const TRIGGERS = [
  ["access_event", "access_event_stays"],
  ["access_read", "access_read_stays"],
  ["ledger_batch", "ledger_batch_stays"],
  ["ledger_head", "ledger_head_remains"],
  ["ledger_head", "ledger_head_advances"],
] as const;

/** Writes what nobody can: past the triggers that keep the ledger as it is, and past the second wall. */
export const rewriteLedger = async <T>(
  database: Database,
  work: (session: Pick<Session, "rows">) => Promise<T>,
): Promise<T> => {
  const session = ownerOf(database);
  const triggers = async (to: "disable" | "enable") => {
    for (const [table, trigger] of TRIGGERS) await session.rows(`alter table ${table} ${to} trigger ${trigger}`, []);
  };
  await triggers("disable");
  return work(session).finally(() => triggers("enable"));
};
