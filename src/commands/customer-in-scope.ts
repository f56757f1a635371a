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
 * How a customer is held until the transaction ends. Whatever is collected of it goes by its kind and its branch: AS_IT_IS
 * is taken by whoever collects, many at a time (and is what a foreign key takes), TO_CHANGE by whoever changes either, alone.
 */
const LOCKS = { AS_IT_IS: "key share", TO_CHANGE: "update" } as const;

interface Sought {
  /** As the input calls it: a change of the customer itself has `id`. */
  readonly field?: string;
  readonly lock?: keyof typeof LOCKS | undefined;
}

/** @throws Refusal NOT_FOUND */
export const customerInScope = async (
  orm: Orm,
  viewer: Viewer,
  id: string,
  { field = "customerId", lock }: Sought = {},
): Promise<CustomerFacts> => {
  if (!validate(id)) throw notFound(field);
  const { name, uscc, kind, version } = customer;
  const query = orm
    .select({ id: customer.id, name, uscc, kind, version })
    .from(customer)
    .where(and(eq(customer.id, id), within(scopeOf(viewer))));
  const [found] = await (lock === undefined ? query : query.for(LOCKS[lock]));
  if (found === undefined) throw notFound(field);
  return found;
};
