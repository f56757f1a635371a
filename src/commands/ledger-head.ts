import { isSignedBy, type LedgerKeys } from "../auth/ledger-keys.js";
import { SYSTEM } from "../auth/viewer.js";
import { CannotOpen } from "../db/cannot-open.js";
import type { Database, Orm } from "../db/database.js";
import { ledgerHead } from "../db/tables/index.js";

/** Where the chain ends. */
export type StoredHead = typeof ledgerHead.$inferSelect;
export type Head = Pick<StoredHead, "number" | "lastSeq" | "entries" | "hash">;

/** A head, signed: kept elsewhere it proves what was there when it was made. */
export interface SignedHead extends Head {
  readonly key: string;
  readonly signedAt: string;
  readonly publicKey: string;
  readonly signature: string;
}

const textOf = ({ number, lastSeq, entries, hash }: Head): string => JSON.stringify([number, lastSeq, entries, hash]);

const signedTextOf = (head: Omit<SignedHead, "signature" | "publicKey">): string =>
  JSON.stringify(["customer-credit-archive read ledger", head.key, head.signedAt, textOf(head)]);

/** A head with what shows that it was made by whoever has the key. */
export const headRow = (keys: LedgerKeys, head: Head): StoredHead => ({
  only: true,
  keyId: keys.id,
  ...head,
  mac: keys.hash("head", textOf(head)),
});

export const isGenuine = (keys: LedgerKeys, head: StoredHead): boolean => headRow(keys, head).mac === head.mac;

/** What the first batch follows. */
export const genesisOf = (keys: LedgerKeys): Head => ({
  number: 0,
  lastSeq: 0,
  entries: 0,
  hash: keys.hash("batch", ""),
});

export const readHead = async (orm: Orm): Promise<StoredHead | null> =>
  (await orm.select().from(ledgerHead))[0] ?? null;

/**
 * Begins the ledger of a database, or goes on with it.
 *
 * @throws CannotOpen when it was begun with another key: what follows could be neither verified nor asked for by customer
 */
export const beginLedger = (database: Database, keys: LedgerKeys): Promise<void> =>
  database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
    await orm
      .insert(ledgerHead)
      .values(headRow(keys, genesisOf(keys)))
      .onConflictDoNothing();
    const head = await readHead(orm);
    if (head?.keyId !== keys.id)
      throw new CannotOpen("LEDGER_KEY: the read ledger of this database was begun with another key; use that one");
  });

export const signedHead = (keys: LedgerKeys, { number, lastSeq, entries, hash }: Head, now: Date): SignedHead => {
  const head = { key: keys.id, number, lastSeq, entries, hash, signedAt: now.toISOString() };
  return { ...head, publicKey: keys.publicKey, signature: keys.sign(signedTextOf(head)) };
};

/** Whether a head was signed by the key of this ledger, whatever key it says it was. */
export const isSigned = (keys: LedgerKeys, head: SignedHead): boolean =>
  isSignedBy(keys.publicKey, signedTextOf(head), head.signature);
