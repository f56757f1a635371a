import { and, eq } from "drizzle-orm";
import { validate } from "uuid";
import { scopeOf } from "../auth/scope.js";
import type { Orm } from "../db/database.js";
import { conflict, customer } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { within } from "./customer-in-scope.js";

export type StoredConflict = typeof conflict.$inferSelect;

/**
 * A conflict the viewer may know of, locked until the transaction ends.
 *
 * @throws Refusal NOT_FOUND, the same for "not yours" and "not there"
 */
export const conflictInScope = async (orm: Orm, { viewer }: CommandContext, id: string): Promise<StoredConflict> => {
  const [found] = validate(id)
    ? await orm
        .select({ conflict })
        .from(conflict)
        .innerJoin(customer, eq(customer.id, conflict.customerId))
        .where(and(eq(conflict.id, id), within(scopeOf(viewer))))
        .for("update", { of: conflict })
    : [];
  if (found === undefined) throw new Refusal("NOT_FOUND", "There is no such conflict.", { field: "id" });
  return found.conflict;
};
