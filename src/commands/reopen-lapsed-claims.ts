import { and, asc, eq, lte } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import { verificationTask as t } from "../db/tables/index.js";
import type { Chore, ChoreContext } from "./chore.js";
import { moveTask } from "./move-task.js";

/** Tasks a transaction holds at a time. */
const AT_A_TIME = 50;

const reopenSome = ({ database, now }: ChoreContext): Promise<number> =>
  database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
    const over = await orm
      .select()
      .from(t)
      .where(and(eq(t.status, "CLAIMED"), lte(t.claimedUntil, now.toISOString())))
      .orderBy(asc(t.id))
      .limit(AT_A_TIME)
      .for("update", { skipLocked: true });
    for (const task of over) await moveTask(orm, task, "LAPSE", { actorId: null, now });
    return over.length;
  });

/** Puts tasks whose claim has run out back into the queue. Whoever held them has not had them since. */
export const reopenLapsedClaims: Chore = async (context) => {
  while ((await reopenSome(context)) === AT_A_TIME);
};
