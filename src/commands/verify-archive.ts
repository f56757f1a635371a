import { aliasedTable, and, asc, eq, getTableColumns, gt, isNotNull } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { Unreadable } from "../db/encryption/cipher.js";
import { decryptedRecord, decryptedSalt } from "../db/encryption/record-values.js";
import type { Vault } from "../db/encryption/vault.js";
import { contentHashOf, sealOf } from "../db/seal.js";
import { informationRecord } from "../db/tables/index.js";
import type { StoredRecord } from "./record-in-scope.js";

/** What is wrong with a sealed record. */
export type Damage =
  | "CONTENT_CHANGED"
  | "CONTENT_UNREADABLE"
  | "NOT_DECRYPTABLE"
  | "SEAL_BROKEN"
  | "PREDECESSOR_MISSING"
  | "PREDECESSOR_UNSEALED"
  | "HASH_MISSING";

export interface Damaged {
  readonly id: string;
  readonly damage: Damage;
}

export interface VerifyProgress {
  readonly done: number;
  readonly total: number;
}

export interface Verification {
  readonly verified: number;
  readonly erased: number;
  readonly damaged: number;
}

export interface VerifyContext {
  readonly database: Database;
  readonly onDamaged: (damaged: Damaged) => void;
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/** Records read at a time: enough to be fast, few enough to hold in memory. */
const PAGE = 500;

const before = aliasedTable(informationRecord, "before");

interface Sealed {
  readonly record: StoredRecord;
  /** Null: there is none. Its seal may be missing. */
  readonly before: { readonly id: string; readonly seal: string | null } | null;
}

/** A sealed record keeps its place by its id: of any size, the archive is read once from end to end. */
async function* sealedRecords(database: Database): AsyncGenerator<readonly Sealed[]> {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const beyond = after === "" ? undefined : gt(informationRecord.id, after);
    const page: Sealed[] = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm
        .select({ record: getTableColumns(informationRecord), before: { id: before.id, seal: before.seal } })
        .from(informationRecord)
        .leftJoin(before, eq(before.id, informationRecord.supersedesId))
        .where(and(isNotNull(informationRecord.seal), beyond))
        .orderBy(asc(informationRecord.id))
        .limit(PAGE),
    );
    yield page;
    after = page.length < PAGE ? undefined : page.at(-1)?.record.id;
  }
}

const countSealed = (database: Database): Promise<number> =>
  database.withViewer(SYSTEM, "READ", ({ orm }) => orm.$count(informationRecord, isNotNull(informationRecord.seal)));

const contentDamage = (vault: Vault, record: StoredRecord, contentHash: string): Damage | null => {
  if (record.status === "ERASED") return null;
  if (record.sealSalt === null) return "CONTENT_UNREADABLE";
  try {
    const salt = decryptedSalt(vault, record.id, record.sealSalt);
    return contentHashOf(salt, decryptedRecord(vault, record)) === contentHash ? null : "CONTENT_CHANGED";
  } catch (error) {
    if (error instanceof Unreadable) return "NOT_DECRYPTABLE";
    throw error;
  }
};

const chainDamage = ({ record, before }: Sealed, contentHash: string): Damage | null => {
  const { id, archivedAt, supersedesId, seal } = record;
  if (supersedesId !== null && before === null) return "PREDECESSOR_MISSING";
  if (before !== null && before.seal === null) return "PREDECESSOR_UNSEALED";
  return seal === sealOf({ id, contentHash, archivedAt, before: before?.seal ?? null }) ? null : "SEAL_BROKEN";
};

const examine = (vault: Vault, sealed: Sealed): readonly Damage[] => {
  const { contentHash } = sealed.record;
  if (contentHash === null) return ["HASH_MISSING"];
  return [contentDamage(vault, sealed.record, contentHash), chainDamage(sealed, contentHash)].filter(
    (each) => each !== null,
  );
};

/** Holds every sealed record against its seal, and its seal against the chain (SP11). Erased ones verify without their content. */
export const verifyArchive = async ({ database, onDamaged, onProgress }: VerifyContext): Promise<Verification> => {
  const total = await countSealed(database);
  const found = { verified: 0, erased: 0, damaged: 0 };
  let done = 0;
  for await (const page of sealedRecords(database)) {
    for (const sealed of page) {
      const { id, status } = sealed.record;
      const damages = examine(database.vault, sealed);
      if (damages.length > 0) found.damaged += 1;
      else found[status === "ERASED" ? "erased" : "verified"] += 1;
      for (const damage of damages) onDamaged({ id, damage });
    }
    done += page.length;
    onProgress?.({ done, total });
  }
  return found;
};
