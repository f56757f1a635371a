import { sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { isFitPerson, isOfferedToAll, isWaiting } from "../db/queries/task-facts.js";
import { verificationTask as t } from "../db/tables/index.js";
import { moved } from "../domain/life.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { lapsed } from "./lapse.js";
import { moveTask } from "./move-task.js";
import { requireVersion, stale } from "./stale.js";
import { type StoredTask, taskInScope } from "./task-in-scope.js";
import { claimedUntil, instantOf, isWithinReach, keyOf, lockPerson, requireFit, TASK } from "./verifier.js";

/** Which task, from which of its versions. */
export interface TaskInput {
  readonly id: string;
  readonly version: number;
}

export type TaskOutcome = { readonly taskId: string };

/** What another branch offers to all exists for whoever may take it up, and for nobody else. */
const offeredToMe = (context: CommandContext) => {
  const [mode, me, now] = [context.fourEyes, keyOf(context.viewer.accountId), instantOf(context)];
  const free = sql`(${isWaiting(TASK, now)} or ${TASK.of(t.status)} = 'RETURNED')`;
  return sql`(${free} and ${isFitPerson(mode, TASK, me, now)} and ${isOfferedToAll(mode, TASK, now)})`;
};

/**
 * Gives a task, locked by now, to the viewer for the time a claim lives.
 *
 * @throws Refusal CONFLICT when the customer has moved to another branch while we waited for the lock
 */
export const claim = async (orm: Orm, context: CommandContext, task: StoredTask): Promise<StoredTask> => {
  const { viewer, now } = context;
  if (!(await isWithinReach(orm, context, task, { id: viewer.accountId, branchId: viewer.branchId })))
    throw stale("task");
  const held = { assigneeId: viewer.accountId, claimedUntil: claimedUntil(context) };
  return moveTask(orm, task, "CLAIM", { actorId: viewer.accountId, now }, held);
};

/**
 * Claims one task: of the own branch, or offered to all.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; FORBIDDEN (qualification, four eyes); LIMIT_EXCEEDED
 */
export const claimTask = (context: CommandContext, input: TaskInput): Promise<TaskOutcome> =>
  change(context, async (orm) => {
    await lockPerson(orm, context.viewer.accountId);
    const found = await taskInScope(orm, context, input.id, offeredToMe(context));
    requireVersion("task", found, input.version);
    const task = await lapsed(orm, found, context.now);
    moved("task", TASK_LIFE, "CLAIM", task.status);
    await requireFit(orm, context, task, context.viewer.accountId);
    await claim(orm, context, task);
    return { taskId: task.id };
  });
