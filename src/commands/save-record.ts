import type { Orm } from "../db/database.js";
import { encryptedRecord, type InClear } from "../db/encryption/record-values.js";
import { newId } from "../db/tables/columns.js";
import { informationRecord, recordDerivation, recordState, screeningFinding } from "../db/tables/index.js";
import type { ScreeningFinding } from "../domain/screening/rule.js";
import type { VerificationMethod } from "../domain/task.js";
import type { CommandContext } from "./context.js";
import { joinMonthTask } from "./month-task.js";
import { openTask } from "./open-task.js";

type Row = typeof informationRecord.$inferInsert;

/** In clear: encrypted when it is written, and not before. */
type RecordRow = Omit<Row, "collectedBy" | "collectedAt" | "recordedAt" | keyof InClear> & InClear;

export interface NewRecord {
  readonly record: RecordRow & { readonly id: string };
  readonly derivedFrom: readonly string[];
  readonly findings: readonly ScreeningFinding[];
  /** One task each. */
  readonly methods: readonly VerificationMethod[];
}

const saveTasks = async (orm: Orm, context: CommandContext, { record, methods }: NewRecord): Promise<string[]> => {
  const [{ now, viewer }, { id, customerId, category }] = [context, record];
  const shared = { customerId, category, cause: "ROUTINE", requestedBy: null, recordIds: [id] } as const;
  const taskIds: string[] = [];
  for (const method of methods) {
    const task = { ...shared, method };
    const joined = await joinMonthTask(orm, context, task);
    taskIds.push(joined ?? (await openTask(orm, { now, actorId: viewer.accountId }, task)));
  }
  return taskIds;
};

/** Writes a record with its first state, what it was derived from, what screening found, and its tasks. */
export const saveRecord = async (
  orm: Orm,
  context: CommandContext,
  saved: NewRecord,
): Promise<{ recordId: string; taskIds: string[] }> => {
  const { record, derivedFrom, findings } = saved;
  const { id: recordId, customerId, status } = record;
  const at = context.now.toISOString();
  const actorId = context.viewer.accountId;
  const stored = encryptedRecord(context.database.vault, record);
  await orm.insert(informationRecord).values({ ...stored, collectedBy: actorId, collectedAt: at, recordedAt: at });
  await orm.insert(recordState).values({ recordId, customerId, status, actorId, recordedFrom: at });
  if (derivedFrom.length > 0)
    await orm.insert(recordDerivation).values(derivedFrom.map((sourceId) => ({ recordId, sourceId, customerId })));
  if (findings.length > 0)
    await orm
      .insert(screeningFinding)
      .values(findings.map((finding) => ({ ...finding, id: newId(), recordId, customerId, foundAt: at })));
  return { recordId, taskIds: await saveTasks(orm, context, saved) };
};
