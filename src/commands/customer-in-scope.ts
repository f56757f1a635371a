import { and, eq, type SQL, sql } from "drizzle-orm";
import { validate } from "uuid";
import { type Scope, scopeOf } from "../auth/scope.js";
import type { Viewer } from "../auth/viewer.js";
import type { Orm } from "../db/database.js";
import { customer } from "../db/tables/index.js";
import type { CustomerKind } from "../domain/customer.js";
import { Refusal } from "../domain/refusal.js";

export interface CustomerFacts {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: CustomerKind;
  readonly version: number;
}

/** Of the rows of `customer` those that exist in a scope. */
export const within = (scope: Scope): SQL | undefined => {
  if (scope.rows === "ALL") return undefined;
  return scope.rows === "BRANCH" ? eq(customer.branchId, scope.branchId) : sql`false`;
};

/** The same for "not yours" and "not there": a customer out of scope does not exist. */
const notFound = (field: string): Refusal => new Refusal("NOT_FOUND", "There is no such customer.", { field });

/**
 * @param field as the input calls it: a change of the customer itself has `id`
 * @throws Refusal NOT_FOUND
 */
export const customerInScope = async (
  orm: Orm,
  viewer: Viewer,
  id: string,
  field = "customerId",
): Promise<CustomerFacts> => {
  if (!validate(id)) throw notFound(field);
  const { name, uscc, kind, version } = customer;
  const [found] = await orm
    .select({ id: customer.id, name, uscc, kind, version })
    .from(customer)
    .where(and(eq(customer.id, id), within(scopeOf(viewer))));
  if (found === undefined) throw notFound(field);
  return found;
};
