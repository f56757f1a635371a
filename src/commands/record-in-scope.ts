import { and, eq, exists, or, type SQL, sql } from "drizzle-orm";
import { validate } from "uuid";
import { type Scope, scopeOf } from "../auth/scope.js";
import type { Orm } from "../db/database.js";
import { customer, informationRecord, taskRecord, verificationTask } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { isMyLiveClaim } from "./live-claim.js";

/** A record as commands work on it: all of its columns. */
export type StoredRecord = typeof informationRecord.$inferSelect;

const ofBranch = (branchId: string): SQL =>
  sql`exists (select 1 from ${customer} where ${customer.id} = ${informationRecord.customerId} and ${customer.branchId} = ${branchId})`;

/** A live claim opens just its records to whoever holds it, in whatever branch they are. */
const onMyClaim = (orm: Orm, context: CommandContext): SQL =>
  exists(
    orm
      .select({ one: sql`1` })
      .from(taskRecord)
      .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
      .where(and(eq(taskRecord.recordId, informationRecord.id), isMyLiveClaim(context))),
  );

const within = (orm: Orm, context: CommandContext, scope: Scope): SQL | undefined => {
  if (scope.rows === "ALL") return undefined;
  if (scope.rows === "NONE") return sql`false`;
  return or(ofBranch(scope.branchId), onMyClaim(orm, context));
};

/** The same for "not yours" and "not there". */
const notFound = (field: string): Refusal => new Refusal("NOT_FOUND", "There is no such record.", { field });

/**
 * A record the viewer may know of, locked until the transaction ends.
 *
 * @throws Refusal NOT_FOUND
 */
export const recordInScope = async (
  orm: Orm,
  context: CommandContext,
  id: string,
  field = "id",
): Promise<StoredRecord> => {
  if (!validate(id)) throw notFound(field);
  const scope = within(orm, context, scopeOf(context.viewer));
  const [found] = await orm
    .select()
    .from(informationRecord)
    .where(and(eq(informationRecord.id, id), scope))
    .for("update");
  if (found === undefined) throw notFound(field);
  return found;
};
