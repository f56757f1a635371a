import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { validate } from "uuid";
import { scopeOf } from "../auth/scope.js";
import type { Orm } from "../db/database.js";
import { customer, verificationTask } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { isMyLiveClaim } from "./live-claim.js";

/** A task as commands work on it. */
export type StoredTask = typeof verificationTask.$inferSelect;

const within = (context: CommandContext): SQL | undefined => {
  const scope = scopeOf(context.viewer);
  if (scope.rows === "ALL") return undefined;
  if (scope.rows === "NONE") return sql`false`;
  const ofMyBranch = sql`exists (select 1 from ${customer} where ${customer.id} = ${verificationTask.customerId} and ${customer.branchId} = ${scope.branchId})`;
  return or(ofMyBranch, isMyLiveClaim(context));
};

/**
 * A task the viewer may know of, locked until the transaction ends. `or` widens the scope, to tasks offered elsewhere.
 *
 * @throws Refusal NOT_FOUND, the same for "not yours" and "not there"
 */
export const taskInScope = async (orm: Orm, context: CommandContext, id: string, wider?: SQL): Promise<StoredTask> => {
  const notFound = new Refusal("NOT_FOUND", "There is no such task.", { field: "id" });
  if (!validate(id)) throw notFound;
  const scope = within(context);
  const [found] = await orm
    .select()
    .from(verificationTask)
    .where(and(eq(verificationTask.id, id), scope && wider ? or(scope, wider) : scope))
    .for("update");
  if (found === undefined) throw notFound;
  return found;
};
