import type { CategoryCode } from "../../domain/category-code.js";
import type { Content } from "../../domain/content.js";
import type { Corroboration } from "../../domain/record.js";
import { statusAfterScreening } from "../../domain/verification-policy.js";
import type { DemoCustomer } from "./customers.js";
import type { Demo } from "./demo.js";
import { daysToArchive } from "./life.js";
import type { Made } from "./made.js";
import type { Origin } from "./origins.js";
import { randomOf } from "./random.js";
import { addRecord } from "./record.js";

export interface InForce<C extends CategoryCode> {
  readonly name?: string;
  readonly content: Content<C>;
  /** What stood before it, superseded when it was archived. */
  readonly former?: { readonly content: Content<C>; readonly origin: Origin } | undefined;
  readonly origin: Origin;
  readonly collectedAgo: number;
  readonly corroboration?: Corroboration | undefined;
}

/** From fresh to long overdue for a refresh (90 days), differently per customer and category. */
export const ageOf = (customer: DemoCustomer, of: string): number =>
  randomOf("age", of, customer.index).between(14, 140);

export const count = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** How much older the record before is. */
const FORMER_AGE = 370;

const addFormer = <C extends CategoryCode>(demo: Demo, customer: DemoCustomer, category: C, inForce: InForce<C>) => {
  const { former, origin, collectedAgo, name = "in force", corroboration } = inForce;
  if (former === undefined) return undefined;
  const { id } = addRecord(demo, customer, category, {
    ...former,
    name: `before ${name}`,
    status: "SUPERSEDED",
    collectedAgo: collectedAgo + FORMER_AGE,
    supersededAgo: collectedAgo - daysToArchive(statusAfterScreening(category, origin, [])),
    validTo: demo.calendar.day(collectedAgo),
    corroboration,
  });
  return id;
};

/** Adds the record in force of a series, and the one it superseded. */
export const addInForce = <C extends CategoryCode>(
  demo: Demo,
  customer: DemoCustomer,
  category: C,
  inForce: InForce<C>,
): Made<C> => {
  const { content, origin, collectedAgo, name = "in force", corroboration } = inForce;
  const supersedes = addFormer(demo, customer, category, inForce);
  const status = "ARCHIVED";
  return addRecord(demo, customer, category, {
    name,
    content,
    origin,
    status,
    collectedAgo,
    supersedes,
    corroboration,
  });
};
