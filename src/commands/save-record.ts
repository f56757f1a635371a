import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import {
  informationRecord,
  recordDerivation,
  recordState,
  screeningFinding,
  taskRecord,
  verificationTask,
} from "../db/tables/index.js";
import type { ScreeningFinding } from "../domain/screening/rule.js";
import type { VerificationMethod } from "../domain/task.js";
import { dueAt, priorityOf } from "../domain/verification-policy.js";
import type { CommandContext } from "./context.js";

type RecordRow = Omit<typeof informationRecord.$inferInsert, "collectedBy" | "collectedAt" | "recordedAt">;

export interface NewRecord {
  readonly record: RecordRow & { readonly id: string };
  readonly derivedFrom: readonly string[];
  readonly findings: readonly ScreeningFinding[];
  /** One task each. */
  readonly methods: readonly VerificationMethod[];
}

const CAUSE = "ROUTINE";

const saveTasks = async (orm: Orm, { now }: CommandContext, { record, methods }: NewRecord): Promise<string[]> => {
  if (methods.length === 0) return [];
  const { id: recordId, customerId, category } = record;
  const shared = {
    customerId,
    category,
    cause: CAUSE,
    priority: priorityOf(CAUSE),
    status: "OPEN",
    dueAt: dueAt(CAUSE, now).toISOString(),
    createdAt: now.toISOString(),
  } as const;
  const tasks = methods.map((method) => ({ id: newId(), method, ...shared }));
  await orm.insert(verificationTask).values(tasks);
  await orm.insert(taskRecord).values(tasks.map(({ id }) => ({ taskId: id, recordId, customerId, category })));
  return tasks.map(({ id }) => id);
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
  await orm.insert(informationRecord).values({ ...record, collectedBy: actorId, collectedAt: at, recordedAt: at });
  await orm.insert(recordState).values({ recordId, customerId, status, actorId, recordedFrom: at });
  if (derivedFrom.length > 0)
    await orm.insert(recordDerivation).values(derivedFrom.map((sourceId) => ({ recordId, sourceId, customerId })));
  if (findings.length > 0)
    await orm
      .insert(screeningFinding)
      .values(findings.map((finding) => ({ ...finding, id: newId(), recordId, customerId, foundAt: at })));
  return { recordId, taskIds: await saveTasks(orm, context, saved) };
};
