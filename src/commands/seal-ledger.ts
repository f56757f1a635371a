import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import type { LedgerKeys } from "../auth/ledger-keys.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Orm, Session } from "../db/database.js";
import { APPENDING, SEALING } from "../db/ledger.js";
import { accessEvent, ledgerBatch, ledgerHead } from "../db/tables/index.js";
import type { Chore } from "./chore.js";
import { headRow, readHead, type StoredHead } from "./ledger-head.js";

/** Entries of one batch. */
const MOST_SEALED = 5_000;

/** An entry, as a batch knows it. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

interface Sealing {
  readonly number: number;
  readonly sealedAt: string;
  readonly previous: string;
}

/** Over the batch before, and the entries in their order. */
export const batchHashOf = (
  keys: LedgerKeys,
  { number, sealedAt, previous }: Sealing,
  links: readonly Link[],
): string =>
  keys.hash(
    "batch",
    JSON.stringify([number, new Date(sealedAt).toISOString(), previous, links.map(({ seq, hash }) => [seq, hash])]),
  );

/** The first half of a hash, in the form the database keeps it in. */
export const linkMarkOf = (hash: string): string =>
  [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");

const lastSeqIn = async ({ orm }: Session): Promise<number> => {
  const [found] = await orm
    .select({ last: sql<number>`coalesce(max(${accessEvent.seq}), 0)`.mapWith(Number) })
    .from(accessEvent);
  return found?.last ?? 0;
};

/**
 * The place up to which every entry is either there or will never be. Whoever is appending holds its lock: once this one is had,
 * nobody is in the middle of it. Appending waits for it only as long as this takes.
 */
const settledPlace = (database: Database): Promise<number> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    await session.rows(`select pg_advisory_xact_lock(${APPENDING})`, []);
    return lastSeqIn(session);
  });

const hasUnsealed = (database: Database): Promise<boolean> =>
  database.withViewer(SYSTEM, "READ", async (session) => {
    const head = await readHead(session.orm);
    return head !== null && (await lastSeqIn(session)) > head.lastSeq;
  });

const sealNext = async (orm: Orm, keys: LedgerKeys, head: StoredHead, until: number, now: Date): Promise<number> => {
  const links: Link[] = await orm
    .select({ seq: accessEvent.seq, hash: accessEvent.hash })
    .from(accessEvent)
    .where(and(gt(accessEvent.seq, head.lastSeq), lte(accessEvent.seq, until)))
    .orderBy(asc(accessEvent.seq))
    .limit(MOST_SEALED);
  const last = links.at(-1);
  if (last === undefined) return 0;
  const sealing = { number: head.number + 1, sealedAt: now.toISOString(), previous: head.hash };
  const hash = batchHashOf(keys, sealing, links);
  const [seqs, marks] = [links.map(({ seq }) => seq), links.map((link) => linkMarkOf(link.hash))];
  await orm.insert(ledgerBatch).values({ ...sealing, lastSeq: last.seq, seqs, marks, hash });
  const next = { number: sealing.number, lastSeq: last.seq, entries: head.entries + links.length, hash };
  await orm.update(ledgerHead).set(headRow(keys, next)).where(eq(ledgerHead.only, true));
  return links.length;
};

/** Entries sealed; none also when another process is at it. */
const sealBatch = (database: Database, keys: LedgerKeys, until: number, now: Date): Promise<number> =>
  database.withViewer(SYSTEM, "WRITE", async ({ orm, rows }) => {
    const [lock] = await rows<{ mine: boolean }>(`select pg_try_advisory_xact_lock(${SEALING}) as mine`, []);
    const head = lock?.mine ? await readHead(orm) : null;
    return head === null ? 0 : sealNext(orm, keys, head, until, now);
  });

/** Seals what was appended until now, in batches: of several processes that try at once, one does. */
export const sealLedger = async (database: Database, keys: LedgerKeys, now: () => Date): Promise<number> => {
  if (!(await hasUnsealed(database))) return 0;
  const until = await settledPlace(database);
  let all = 0;
  for (let sealed = -1; sealed !== 0; all += sealed) sealed = await sealBatch(database, keys, until, now());
  return all;
};

/** The same as a chore. */
export const sealingWith =
  (keys: LedgerKeys): Chore =>
  async ({ database, now }) =>
    void (await sealLedger(database, keys, () => now));
