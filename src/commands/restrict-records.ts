import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { informationRecord as r, taskRecord } from "../db/tables/index.js";
import { isLegal } from "../domain/life.js";
import { UNREADABLE_STATUSES } from "../domain/record.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { type Acting, moveRecord } from "./move-record.js";
import { moveTask } from "./move-task.js";
import type { StoredRecord } from "./record-in-scope.js";
import { lockTasksOf } from "./settle-tasks.js";
import type { StoredTask } from "./task-in-scope.js";

/** Restriction by somebody, or by the passing of time, and why. */
export interface Restricting extends Acting {
  readonly reason: string;
}

const isProcessable = notInArray(r.status, [...UNREADABLE_STATUSES]);

const lockRecords = (orm: Orm, ids: readonly string[]): Promise<StoredRecord[]> =>
  orm
    .select()
    .from(r)
    .where(and(inArray(r.id, [...ids]), isProcessable))
    .orderBy(r.id)
    .for("update");

/** The tasks among these that still have a record to work on. */
const withWorkLeft = async (orm: Orm, tasks: readonly StoredTask[]): Promise<ReadonlySet<string>> => {
  const ids = tasks.map(({ id }) => id);
  const left = await orm
    .selectDistinct({ taskId: taskRecord.taskId })
    .from(taskRecord)
    .innerJoin(r, eq(r.id, taskRecord.recordId))
    .where(and(inArray(taskRecord.taskId, ids), isProcessable));
  return new Set(left.map(({ taskId }) => taskId));
};

/** A claim ends with what it was about; what has been handed in stays as it is, and is nobody's to read meanwhile. */
const cancelTasksOf = async (orm: Orm, ids: readonly string[], { viewer, now, reason }: Restricting): Promise<void> => {
  // Read anew, now that nobody can open one over these records any more.
  const tasks = (await lockTasksOf(orm, ids)).filter(({ status }) => isLegal(TASK_LIFE, "CANCEL", status));
  const working = await withWorkLeft(orm, tasks);
  for (const task of tasks)
    if (!working.has(task.id)) await moveTask(orm, task, "CANCEL", { actorId: viewer.accountId, now, reason });
};

/**
 * Restricts those of some records that are not restricted yet: kept, unreadable and unprocessable from this moment on
 * (SP4). Tasks about nothing else are called off.
 */
export const restrictRecords = async (orm: Orm, ids: readonly string[], restricting: Restricting): Promise<void> => {
  if (ids.length === 0) return;
  await lockTasksOf(orm, ids);
  for (const record of await lockRecords(orm, ids))
    await moveRecord(orm, restricting, record, "RESTRICT", { restrictedFrom: record.status });
  await cancelTasksOf(orm, ids, restricting);
};
