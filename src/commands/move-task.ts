import { and, eq, isNull } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { taskState, verificationTask } from "../db/tables/index.js";
import { moved } from "../domain/life.js";
import type { TaskReason } from "../domain/task.js";
import { TASK_LIFE, type TaskMove } from "../domain/task-life.js";
import { stale } from "./stale.js";
import type { StoredTask } from "./task-in-scope.js";

type Changes = Partial<typeof verificationTask.$inferInsert>;

/** By whom, when and why; null: by the archive itself. */
export interface TaskMoving {
  readonly actorId: string | null;
  readonly now: Date;
  readonly reason?: string | null;
  readonly code?: TaskReason | null;
}

/** What a state does not have, it does not keep. */
const LEFT_BEHIND: Readonly<Record<string, Changes>> = {
  OPEN: { assigneeId: null, claimedUntil: null },
  SUBMITTED: { claimedUntil: null },
  CLOSED: { claimedUntil: null },
  CANCELLED: { assigneeId: null, claimedUntil: null },
};

/** Claims come and go: why it was open, or sent back, is what whoever takes it up is to read, until another says why. */
const COMING_AND_GOING: readonly TaskMove[] = ["CLAIM", "RELEASE", "LAPSE"];

const whyOf = (move: TaskMove, { reason = null, code = null }: TaskMoving): Changes =>
  reason === null && COMING_AND_GOING.includes(move) ? {} : { reason, reasonCode: code };

const keepState = async (
  orm: Orm,
  task: StoredTask,
  { actorId, now, reason = null, code }: TaskMoving,
): Promise<void> => {
  const at = now.toISOString();
  await orm
    .update(taskState)
    .set({ recordedTo: at })
    .where(and(eq(taskState.taskId, task.id), isNull(taskState.recordedTo)));
  const { id: taskId, customerId, category, version, status, assigneeId } = task;
  await orm.insert(taskState).values({
    taskId,
    customerId,
    category,
    version,
    status,
    assigneeId,
    actorId,
    reason,
    code: code ?? null,
    recordedFrom: at,
  });
};

/**
 * Moves a task along its life cycle, once, with its history.
 *
 * @throws Refusal INVALID_TRANSITION; CONFLICT when it has moved since it was read
 */
export const moveTask = async (
  orm: Orm,
  task: StoredTask,
  move: TaskMove,
  moving: TaskMoving,
  changes: Changes = {},
): Promise<StoredTask> => {
  const status = moved("task", TASK_LIFE, move, task.status);
  const next = { ...LEFT_BEHIND[status], ...whyOf(move, moving), ...changes, status, version: task.version + 1 };
  const saved = await orm
    .update(verificationTask)
    .set(next)
    .where(and(eq(verificationTask.id, task.id), eq(verificationTask.version, task.version)))
    .returning();
  const [row] = saved;
  if (row === undefined) throw stale("task");
  await keepState(orm, row, moving);
  return row;
};
