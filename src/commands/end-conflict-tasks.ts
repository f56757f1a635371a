import { and, eq, inArray } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { taskRecord } from "../db/tables/index.js";
import { isLegal } from "../domain/life.js";
import { TASK_LIFE } from "../domain/task-life.js";
import type { StoredConflict } from "./conflict-in-scope.js";
import type { CommandContext } from "./context.js";
import { moveTask } from "./move-task.js";
import { lockTasksOf, settleTasks } from "./settle-tasks.js";
import type { StoredTask } from "./task-in-scope.js";

const DECIDED = "The conflict was resolved.";

/** The urgent task a conflict was opened with: over both records. */
const isOfConflict = async (orm: Orm, task: StoredTask, { firstId, secondId }: StoredConflict): Promise<boolean> => {
  if (task.cause !== "CONTRADICTION") return false;
  const both = await orm
    .select({ id: taskRecord.recordId })
    .from(taskRecord)
    .where(and(eq(taskRecord.taskId, task.id), inArray(taskRecord.recordId, [firstId, secondId])));
  return both.length === 2;
};

/** What was handed in is done with, whatever else is on the task is called off. */
const end = async (orm: Orm, { viewer, now }: CommandContext, task: StoredTask): Promise<void> => {
  const closing = isLegal(TASK_LIFE, "CLOSE", task.status);
  const moving = { actorId: viewer.accountId, now, reason: DECIDED };
  await moveTask(orm, task, closing ? "CLOSE" : "CANCEL", moving, closing ? { closedAt: now.toISOString() } : {});
};

/** Ends the conflict's own task, and those that were about nothing but what has just been sent back. */
export const endConflictTasks = async (
  orm: Orm,
  context: CommandContext,
  conflict: StoredConflict,
  sentBack: readonly string[],
): Promise<void> => {
  for (const task of await lockTasksOf(orm, [conflict.firstId, conflict.secondId]))
    if (await isOfConflict(orm, task, conflict)) await end(orm, context, task);
  const left = await lockTasksOf(orm, sentBack);
  await settleTasks(orm, context, left, { moves: ["CLOSE", "CANCEL"], reason: DECIDED });
};
