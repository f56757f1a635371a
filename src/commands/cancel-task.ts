import { moved } from "../domain/life.js";
import type { TaskReason } from "../domain/task.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { readTaskReason } from "../domain/task-reason.js";
import { change } from "./change.js";
import type { TaskInput, TaskOutcome } from "./claim-task.js";
import type { CommandContext } from "./context.js";
import { lapsed } from "./lapse.js";
import { moveTask } from "./move-task.js";
import { requireOtherCollector } from "./other-collector.js";
import { readReason } from "./reason.js";
import { recorroborate } from "./recorroborate.js";
import { requireVersion } from "./stale.js";
import { taskInScope } from "./task-in-scope.js";
import { recordIdsOf } from "./task-records.js";

export interface CancelTaskInput extends TaskInput {
  readonly reason: string;
  /** OTHER unless said. */
  readonly code?: TaskReason | null;
}

/**
 * Calls a task off. Records that waited for nothing else go on: what they have may do.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; BAD_USER_INPUT
 */
export const cancelTask = async (context: CommandContext, input: CancelTaskInput): Promise<TaskOutcome> => {
  const reason = readReason("reason", input.reason);
  const code = readTaskReason("CANCEL", input.code);
  return change(context, async (orm) => {
    const { viewer, now } = context;
    const found = await taskInScope(orm, context, input.id);
    requireVersion("task", found, input.version);
    const task = await lapsed(orm, found, now);
    moved("task", TASK_LIFE, "CANCEL", task.status);
    await requireOtherCollector(orm, context, task.id);
    await moveTask(orm, task, "CANCEL", { actorId: viewer.accountId, now, reason, code });
    await recorroborate(orm, context, await recordIdsOf(orm, task.id));
    return { taskId: task.id };
  });
};
