import { gt, type SQL, sql } from "drizzle-orm";
import { scopeOf } from "../auth/scope.js";
import type { Orm } from "../db/database.js";
import { isFitPerson, isOfBranch, isOfferedToAll, isWaiting } from "../db/queries/task-facts.js";
import { verificationTask as t } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { MOST_CLAIMS } from "../domain/task-life.js";
import { change } from "./change.js";
import { claim } from "./claim-task.js";
import type { CommandContext } from "./context.js";
import { lapsed } from "./lapse.js";
import { mostUrgent, nextInQueue } from "./next-in-queue.js";
import type { StoredTask } from "./task-in-scope.js";
import { instantOf, keyOf, lockPerson, TASK } from "./verifier.js";

const isLapsed = (now: SQL): SQL => sql`(${TASK.of(t.status)} = 'CLAIMED' and ${TASK.of(t.claimedUntil)} <= ${now})`;

const isMine = (me: SQL): SQL => sql`(${TASK.of(t.status)} = 'RETURNED' and ${TASK.of(t.assigneeId)} = ${me})`;

/** Where no claim has run out, the queue is read off its index. */
const waiting = async (orm: Orm, now: SQL): Promise<SQL> => {
  const over = await orm.select({ id: t.id }).from(t).where(isLapsed(now)).limit(1);
  return over.length > 0 ? isWaiting(TASK, now) : sql`${TASK.of(t.status)} = 'OPEN'`;
};

const liveClaims = (orm: Orm, me: SQL, now: SQL): Promise<number> =>
  orm.$count(t, sql`${t.assigneeId} = ${me} and ${t.status} = 'CLAIMED' and ${t.claimedUntil} > ${now}`);

/**
 * The most urgent of what was returned to me and what waits in my branch, of equals what was returned; then what another branch
 * has nobody for. What is URGENT is verified at once (SP3, SP8), and nobody else is handed what waits for me.
 */
const nextFor = async (orm: Orm, context: CommandContext, branchId: string): Promise<StoredTask | undefined> => {
  const [mode, me, now] = [context.fourEyes, keyOf(context.viewer.accountId), instantOf(context)];
  const fit = isFitPerson(mode, TASK, me, now);
  const here = isOfBranch(TASK, keyOf(branchId));
  const offeredToAll = isOfferedToAll(mode, TASK, now);
  const queued = await waiting(orm, now);
  const mine = await mostUrgent(orm, [isMine(me), fit, sql`(${here} or ${offeredToAll})`]);
  // No more is looked for than will be taken: what is locked here, others pass over.
  const above = mine === undefined ? [] : [gt(t.priority, mine.priority)];
  return (
    (await nextInQueue(orm, [queued, here, ...above], [fit])) ??
    mine ??
    (await nextInQueue(orm, [queued, sql`not ${here}`], [offeredToAll, fit]))
  );
};

/**
 * Hands the viewer the most urgent task they may take up, exactly once whoever else asks at the same instant; null when
 * there is none.
 *
 * @throws Refusal LIMIT_EXCEEDED when they hold as many claims as a person may
 */
export const claimNextTask = (context: CommandContext): Promise<{ readonly taskId: string | null }> =>
  change(context, async (orm) => {
    const scope = scopeOf(context.viewer);
    await lockPerson(orm, context.viewer.accountId);
    if (scope.rows !== "BRANCH") return { taskId: null };
    const held = await liveClaims(orm, keyOf(context.viewer.accountId), instantOf(context));
    if (held >= MOST_CLAIMS)
      throw new Refusal("LIMIT_EXCEEDED", `${MOST_CLAIMS} live claims a person at most: submit or release one first.`, {
        limit: MOST_CLAIMS,
      });
    const found = await nextFor(orm, context, scope.branchId);
    if (found === undefined) return { taskId: null };
    const { id } = await claim(orm, context, await lapsed(orm, found, context.now));
    return { taskId: id };
  });
