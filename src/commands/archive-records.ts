import { inArray } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { decryptedRecord, encryptedSalt } from "../db/encryption/record-values.js";
import type { Vault } from "../db/encryption/vault.js";
import { contentHashOf, newSalt, sealOf } from "../db/seal.js";
import { informationRecord } from "../db/tables/index.js";
import { isLegal, moved } from "../domain/life.js";
import { LIVE_STATUSES, type RecordStatus } from "../domain/record.js";
import { RECORD_LIFE } from "../domain/record-life.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import { closeEvents } from "./close-events.js";
import type { CommandContext } from "./context.js";
import { moveRecord } from "./move-record.js";
import { requireNoConflict } from "./open-conflict.js";
import { recordInScope, type StoredRecord } from "./record-in-scope.js";
import { requirePart } from "./record-participants.js";
import { lockTasksOf, settleTasks } from "./settle-tasks.js";
import { requireVersion } from "./stale.js";
import { inForceBefore, lockSeries, supersedeInForce } from "./supersede.js";

export interface ArchiveRecordsInput {
  readonly records: readonly { readonly id: string; readonly version: number }[];
}

/** What is sealed at a time. */
const MOST_RECORDS = 100;

const CORRECTED = "A correction of it has been archived.";
const SUPERSEDED = "What it was about has been superseded.";

const readInput = ({ records }: ArchiveRecordsInput): ArchiveRecordsInput["records"] => {
  if (records.length > MOST_RECORDS)
    throw new Refusal("LIMIT_EXCEEDED", `records: ${MOST_RECORDS} at most.`, { limit: MOST_RECORDS });
  if (new Set(records.map(({ id }) => id)).size < records.length || records.length === 0)
    throw new Refusal("BAD_USER_INPUT", "records: name at least one, and each once.", { field: "records" });
  return records;
};

/** What the records correct, and what they take the place of; read before anything but their series is locked. */
const replacedBy = async (orm: Orm, ids: readonly string[]) => {
  const found = await orm
    .select({ customerId: informationRecord.customerId, corrected: informationRecord.correctsId })
    .from(informationRecord)
    .where(inArray(informationRecord.id, [...ids]));
  await lockSeries(
    orm,
    found.map(({ customerId }) => customerId),
  );
  return { corrected: found.flatMap(({ corrected }) => corrected ?? []), inForce: await inForceBefore(orm, ids) };
};

type Replaced = Awaited<ReturnType<typeof replacedBy>>;

const OF_USE: readonly RecordStatus[] = [...LIVE_STATUSES, "ARCHIVED"];

const isOfUse = (status: RecordStatus): boolean => OF_USE.includes(status);

/** Nobody goes on looking into what has been corrected, or is in force no longer. */
const settleTasksOf = async (orm: Orm, context: CommandContext, { corrected, inForce }: Replaced): Promise<void> => {
  const moves = ["CLOSE", "CANCEL"] as const;
  await settleTasks(orm, context, await lockTasksOf(orm, corrected), { moves, reason: CORRECTED });
  await settleTasks(orm, context, await lockTasksOf(orm, inForce), { moves, reason: SUPERSEDED, keeps: isOfUse });
};

const admit = async (
  orm: Orm,
  context: CommandContext,
  { id, version }: ArchiveRecordsInput["records"][number],
): Promise<StoredRecord> => {
  const record = await recordInScope(orm, context, id);
  requireVersion("record", record, version);
  moved("record", RECORD_LIFE, "ARCHIVE", record.status);
  await requirePart(orm, context, record, "ARCHIVER");
  // Once it is sealed, no decision sends it back any more.
  await requireNoConflict(orm, record);
  return record;
};

/** Nobody goes on working on what has been corrected, and nobody archives it any more. */
const retireCorrected = async (orm: Orm, context: CommandContext, { correctsId }: StoredRecord): Promise<void> => {
  if (correctsId === null) return;
  const corrected = await recordInScope(orm, context, correctsId);
  if (!isLegal(RECORD_LIFE, "RETURN", corrected.status)) return;
  await moveRecord(orm, context, corrected, "RETURN", { returnReason: CORRECTED, approvedBy: null });
};

const seal = (vault: Vault, record: StoredRecord, before: StoredRecord | null, archivedAt: string) => {
  const salt = newSalt();
  // Over what was said, not over a ciphertext: another key changes nothing of it.
  const contentHash = contentHashOf(salt, decryptedRecord(vault, record));
  return {
    sealSalt: encryptedSalt(vault, record.id, salt),
    contentHash,
    seal: sealOf({ id: record.id, contentHash, archivedAt, before: before?.seal ?? null }),
    supersedesId: before?.id ?? null,
  };
};

const archive = async (orm: Orm, context: CommandContext, record: StoredRecord): Promise<void> => {
  const archivedAt = context.now.toISOString();
  const archivedBy = context.viewer.accountId;
  await retireCorrected(orm, context, record);
  const before = await supersedeInForce(orm, context, record);
  await moveRecord(orm, context, record, "ARCHIVE", {
    archivedAt,
    archivedBy,
    ...seal(context.database.vault, record, before, archivedAt),
  });
  await closeEvents(orm, context, record);
};

const oldestFirst = (a: StoredRecord, b: StoredRecord): number =>
  a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1;

/**
 * Archives approved records 归档 (SP11), all or none: each is sealed and supersedes what is in force of its series. Two
 * of one series follow each other as they were recorded.
 *
 * @throws Refusal LIMIT_EXCEEDED; NOT_FOUND; CONFLICT; INVALID_TRANSITION; FORBIDDEN (four eyes)
 */
export const archiveRecords = async (
  context: CommandContext,
  input: ArchiveRecordsInput,
): Promise<{ recordIds: readonly string[] }> => {
  const records = readInput(input);
  const ids = records.map(({ id }) => id);
  return change(context, async (orm) => {
    const replaced = await replacedBy(orm, ids.filter(validate));
    // All of them at once: in one order, and before the records, as everywhere.
    await lockTasksOf(orm, [...replaced.corrected, ...replaced.inForce]);
    const admitted: StoredRecord[] = [];
    for (const each of [...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
      admitted.push(await admit(orm, context, each));
    for (const record of admitted.sort(oldestFirst)) await archive(orm, context, record);
    await settleTasksOf(orm, context, replaced);
    return { recordIds: ids };
  });
};
