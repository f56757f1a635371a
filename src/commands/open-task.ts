import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { taskRecord, taskState, verificationTask } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import type { TaskCause, VerificationMethod } from "../domain/task.js";
import { dueAt, priorityOf } from "../domain/verification-policy.js";
import type { TaskMoving } from "./move-task.js";

/** A task that is not there yet. Its records are of one customer and category: that is what its texts weigh as. */
export interface NewTask {
  readonly customerId: string;
  readonly category: CategoryCode;
  readonly method: VerificationMethod;
  readonly cause: TaskCause;
  /** Who asked for it, and so does not perform it; null where the policy asks. */
  readonly requestedBy: string | null;
  /** What is in doubt, in their words. */
  readonly requestReason?: string | null;
  readonly recordIds: readonly string[];
}

/** A task as urgent as its cause, its records, and the first state of its history: the only way one comes to be. */
export const rowsOfTask = ({ now, actorId, reason = null }: TaskMoving, { recordIds, ...task }: NewTask) => {
  const { customerId, category, cause } = task;
  const [id, at, status] = [newId(), now.toISOString(), "OPEN" as const];
  const urgency = { priority: priorityOf(cause), dueAt: dueAt(cause, now).toISOString() };
  return {
    task: { ...task, ...urgency, id, status, reason, createdAt: at },
    records: [...recordIds].sort().map((recordId) => ({ taskId: id, recordId, customerId, category })),
    state: { taskId: id, customerId, category, status, actorId, reason, recordedFrom: at },
  };
};

/** Opens tasks, all of them together; their keys, in the same order. */
export const openTasks = async (orm: Orm, moving: TaskMoving, opened: readonly NewTask[]): Promise<string[]> => {
  if (opened.length === 0) return [];
  const rows = opened.map((each) => rowsOfTask(moving, each));
  await orm.insert(verificationTask).values(rows.map(({ task }) => task));
  await orm.insert(taskRecord).values(rows.flatMap(({ records }) => records));
  await orm.insert(taskState).values(rows.map(({ state }) => state));
  return rows.map(({ task }) => task.id);
};

/** Opens a task. */
export const openTask = async (orm: Orm, moving: TaskMoving, opened: NewTask): Promise<string> => {
  const [id] = await openTasks(orm, moving, [opened]);
  return id as string;
};
