import { and, eq, isNull } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { account } from "../db/tables/index.js";
import { moved } from "../domain/life.js";
import type { TaskReason } from "../domain/task.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { readTaskReason } from "../domain/task-reason.js";
import { change } from "./change.js";
import type { TaskInput, TaskOutcome } from "./claim-task.js";
import type { CommandContext } from "./context.js";
import { moveTask } from "./move-task.js";
import { requireOtherCollector } from "./other-collector.js";
import { readReason } from "./reason.js";
import { recorroborate } from "./recorroborate.js";
import { requireVersion } from "./stale.js";
import { type StoredTask, taskInScope } from "./task-in-scope.js";
import { recordIdsOf } from "./task-records.js";
import { isWithinReach } from "./verifier.js";

export interface ReturnTaskInput extends TaskInput {
  readonly reason: string;
  /** OTHER unless said. */
  readonly code?: TaskReason | null;
}

/** Whether whoever handed it in can take it up again: the account works, and the customer is still within its reach. */
const canResume = async (orm: Orm, context: CommandContext, task: StoredTask): Promise<boolean> => {
  if (task.assigneeId === null) return false;
  const [person] = await orm
    .select({ id: account.id, branchId: account.branchId })
    .from(account)
    .where(and(eq(account.id, task.assigneeId), isNull(account.disabledAt)));
  return person !== undefined && isWithinReach(orm, context, task, person);
};

/**
 * Sends handed-in findings back: they count no longer, and the records are what the other findings make of them.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; BAD_USER_INPUT
 */
export const returnTask = async (context: CommandContext, input: ReturnTaskInput): Promise<TaskOutcome> => {
  const reason = readReason("reason", input.reason);
  const code = readTaskReason("RETURN", input.code);
  return change(context, async (orm) => {
    const { viewer, now } = context;
    const task = await taskInScope(orm, context, input.id);
    requireVersion("task", task, input.version);
    moved("task", TASK_LIFE, "RETURN", task.status);
    await requireOtherCollector(orm, context, task.id);
    const moving = { actorId: viewer.accountId, now, reason, code };
    const returned = await moveTask(orm, task, "RETURN", moving, { returnReason: reason, returnCode: code });
    // Nobody would take it up again.
    if (!(await canResume(orm, context, returned))) await moveTask(orm, returned, "REOPEN", moving);
    await recorroborate(orm, context, await recordIdsOf(orm, task.id));
    return { taskId: task.id };
  });
};
