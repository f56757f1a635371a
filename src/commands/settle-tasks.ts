import { and, eq, exists, inArray, notInArray, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { informationRecord, taskRecord, verificationTask } from "../db/tables/index.js";
import { isLegal } from "../domain/life.js";
import type { RecordStatus } from "../domain/record.js";
import { isUndecided } from "../domain/record-review.js";
import { TASK_LIFE, type TaskMove } from "../domain/task-life.js";
import type { CommandContext } from "./context.js";
import { moveTask } from "./move-task.js";
import type { StoredTask } from "./task-in-scope.js";

/** The tasks of some records that are not at their end, locked: before the records themselves, as everywhere. */
export const lockTasksOf = (orm: Orm, recordIds: readonly string[]): Promise<StoredTask[]> =>
  orm
    .select()
    .from(verificationTask)
    .where(
      and(
        notInArray(verificationTask.status, ["CLOSED", "CANCELLED"]),
        exists(
          orm
            .select({ one: sql`1` })
            .from(taskRecord)
            .where(
              and(eq(taskRecord.taskId, verificationTask.id), inArray(taskRecord.recordId, recordIds.filter(validate))),
            ),
        ),
      ),
    )
    .orderBy(verificationTask.id)
    .for("update");

/** Whether a record keeps the tasks about it going. */
type Keeps = (status: RecordStatus) => boolean;

const keptTasks = async (orm: Orm, tasks: readonly StoredTask[], keeps: Keeps): Promise<ReadonlySet<string>> => {
  const ids = tasks.map(({ id }) => id);
  const found = await orm
    .select({ taskId: taskRecord.taskId, status: informationRecord.status })
    .from(taskRecord)
    .innerJoin(informationRecord, eq(informationRecord.id, taskRecord.recordId))
    .where(inArray(taskRecord.taskId, ids));
  return new Set(found.filter(({ status }) => keeps(status)).map(({ taskId }) => taskId));
};

interface Settling {
  readonly moves: readonly TaskMove[];
  readonly reason: string | null;
  readonly keeps?: Keeps;
}

/** Ends the tasks whose records are all decided on, by the first of the moves that is legal; others go on. */
export const settleTasks = async (
  orm: Orm,
  { viewer, now }: CommandContext,
  tasks: readonly StoredTask[],
  { moves, reason, keeps = isUndecided }: Settling,
): Promise<void> => {
  if (tasks.length === 0) return;
  const kept = await keptTasks(orm, tasks, keeps);
  for (const task of tasks) {
    const move = moves.find((each) => isLegal(TASK_LIFE, each, task.status));
    if (kept.has(task.id) || move === undefined) continue;
    const closedAt = move === "CLOSE" ? { closedAt: now.toISOString() } : {};
    await moveTask(orm, task, move, { actorId: viewer.accountId, now, reason }, closedAt);
  }
};
