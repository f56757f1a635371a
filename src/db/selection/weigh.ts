import { type SQL, sql } from "drizzle-orm";
import type { AccessPlan } from "../../auth/access-plan.js";
import { DENIED, strongest } from "../../auth/verdict.js";
import type { CategoryCode } from "../../domain/category-code.js";
import { literals } from "../tables/columns.js";
import type { MergedField } from "./merged.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";

/** A condition in SQL, or what it comes to without looking at a row. */
export type Condition = SQL | boolean;

const either = (conditions: readonly SQL[]): Condition =>
  conditions.length === 0 ? false : sql`(${sql.join([...conditions], sql` or `)})`;

const bound = (shape: Shape, row: Row): SQL => shape.bound?.(row) ?? sql`false`;

/** Where any text of a record may be read: in the categories shown in full, and in those bound to my work. */
const byCategory = (plan: AccessPlan, field: MergedField, shape: Shape, row: Row): Condition => {
  const mostOf = (category: CategoryCode): string =>
    plan
      .texts(field.first.coordinate, [category])
      .map(({ verdict }) => verdict)
      .reduce(strongest, DENIED).level;
  const at = (level: string): CategoryCode[] => field.categories.filter((category) => mostOf(category) === level);
  const full = at("FULL");
  const mine = at("TASK_BOUND");
  if (full.length === field.categories.length) return true;
  const among = (categories: CategoryCode[]): SQL | undefined =>
    shape.category && field.categories.length > 1
      ? sql`${shape.category(row)} in (${literals(categories)})`
      : undefined;
  return either([
    ...(full.length > 0 ? [among(full) ?? sql`true`] : []),
    ...(mine.length > 0 ? [sql`(${among(mine) ?? sql`true`} and ${bound(shape, row)})`] : []),
  ]);
};

/** Where rows are about single fields: those about one that weighs more than the category are asked for it. */
const graverFields = (plan: AccessPlan, field: MergedField, shape: Shape, row: Row): SQL[] => {
  const { concerns, category } = shape;
  if (concerns === undefined || category === undefined) return [];
  return plan.texts(field.first.coordinate, field.categories).flatMap(({ category: code, field: name, verdict }) => {
    if (name === null || verdict.level === "FULL") return [];
    const about = sql`(${category(row)} = ${sql.raw(`'${code}'`)} and ${concerns(row, name)})`;
    return verdict.level === "TASK_BOUND" ? sql`(not ${about} or ${bound(shape, row)})` : sql`not ${about}`;
  });
};

/** Whether the text a field holds about a record may be read on a row, by what it is about. */
export const textIsReadable = (plan: AccessPlan, field: MergedField, shape: Shape, row: Row): Condition => {
  const allowed = byCategory(plan, field, shape, row);
  if (allowed === false) return false;
  const conditions = [
    ...(allowed === true ? [] : [allowed]),
    ...graverFields(plan, field, shape, row),
    ...(shape.readable ? [shape.readable(row)] : []),
  ];
  return conditions.length === 0 ? true : sql.join(conditions, sql` and `);
};

/** Rows of findings that may not be read in any of their fields are not even listed: that they exist says something. */
export const listedRows = graverFields;
