import { moved } from "../domain/life.js";
import { Refusal } from "../domain/refusal.js";
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
import { requireVersion } from "./stale.js";
import { taskInScope } from "./task-in-scope.js";
import { claimedUntil, isWithinReach, lockPerson, requireFit } from "./verifier.js";

export interface ReassignTaskInput extends TaskInput {
  readonly assigneeId: string;
  readonly reason?: string | null;
  /** OTHER unless said. */
  readonly code?: TaskReason | null;
}

const field = "assigneeId";

/**
 * Gives a task to another person, whoever held it: their claim ends, a new one begins.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; FORBIDDEN for whoever collected a record of it; FORBIDDEN or
 *   LIMIT_EXCEEDED when that person may not take it
 */
export const reassignTask = (context: CommandContext, input: ReassignTaskInput): Promise<TaskOutcome> => {
  const reason = input.reason == null ? null : readReason("reason", input.reason);
  const code = readTaskReason("REASSIGN", input.code);
  return change(context, async (orm) => {
    const { viewer, now } = context;
    const person = await lockPerson(orm, input.assigneeId);
    const found = await taskInScope(orm, context, input.id);
    if (person === null) throw new Refusal("NOT_FOUND", "There is no such person.", { field });
    requireVersion("task", found, input.version);
    const task = await lapsed(orm, found, now);
    moved("task", TASK_LIFE, "REASSIGN", task.status);
    await requireOtherCollector(orm, context, task.id);
    await requireFit(orm, context, task, person.id, field);
    if (!(await isWithinReach(orm, context, task, person)))
      throw new Refusal("FORBIDDEN", "The branch of this task has somebody of its own for it.", { field });
    const held = { assigneeId: person.id, claimedUntil: claimedUntil(context) };
    await moveTask(orm, task, "REASSIGN", { actorId: viewer.accountId, now, reason, code }, held);
    return { taskId: task.id };
  });
};
