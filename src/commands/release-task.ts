import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { TaskInput, TaskOutcome } from "./claim-task.js";
import type { CommandContext } from "./context.js";
import { lapsed } from "./lapse.js";
import { moveTask } from "./move-task.js";
import { requireVersion } from "./stale.js";
import { taskInScope } from "./task-in-scope.js";

/**
 * Gives a claim up: the task goes back into the queue.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; FORBIDDEN when somebody else holds it
 */
export const releaseTask = (context: CommandContext, input: TaskInput): Promise<TaskOutcome> =>
  change(context, async (orm) => {
    const { viewer, now } = context;
    const found = await taskInScope(orm, context, input.id);
    requireVersion("task", found, input.version);
    const task = await lapsed(orm, found, now);
    if (task.status === "CLAIMED" && task.assigneeId !== viewer.accountId)
      throw new Refusal("FORBIDDEN", "Only who holds a task releases it; a reviewer may reassign it.", { field: "id" });
    await moveTask(orm, task, "RELEASE", { actorId: viewer.accountId, now });
    return { taskId: task.id };
  });
