import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import type { Unreadable } from "../db/encryption/cipher.js";
import { ENCRYPTED_TABLES } from "../db/encryption/encrypted-tables.js";
import { keysInUse } from "../db/encryption/keys-in-use.js";
import { countOlder, type Rotated, rotateSome } from "../db/encryption/rotate-table.js";

export interface RotateContext {
  readonly database: Database;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Told of each row that stays as it is, because it cannot be decrypted. */
  readonly onUnreadable?: (unreadable: Unreadable) => void;
}

export interface Rotation {
  /** Rows that are under the current key now and were not before. */
  readonly rotated: number;
  readonly unreadable: number;
  /** How many values each key is needed for now, the current one's included. */
  readonly inUse: ReadonlyMap<string, number>;
}

/** How many values each key is needed for: everything is looked at. */
export const keysNeeded = (database: Database): Promise<ReadonlyMap<string, number>> =>
  database.withViewer(SYSTEM, "READ", keysInUse);

/**
 * Brings everything that is encrypted under the current key, a batch a transaction: killed, it goes on where it stopped;
 * the archive may be served meanwhile. What it says, its masks, fingerprints and seals stay.
 */
export const rotateKeys = async ({ database, onProgress, onUnreadable }: RotateContext): Promise<Rotation> => {
  const { vault } = database;
  const total = await database.withViewer(SYSTEM, "READ", (session) => countOlder(session, vault));
  let [rotated, unreadable] = [0, 0];
  for (const table of ENCRYPTED_TABLES)
    for (let after: Rotated["after"] | undefined; after !== null; ) {
      const from: Rotated["after"] = after ?? null;
      const some: Rotated = await database.withViewer(SYSTEM, "WRITE", (session) =>
        rotateSome(session, vault, table, from),
      );
      rotated += some.rows;
      unreadable += some.unreadable.length;
      for (const each of some.unreadable) onUnreadable?.(each);
      onProgress?.({ done: rotated + unreadable, total });
      after = some.after;
    }
  return { rotated, unreadable, inUse: await keysNeeded(database) };
};
