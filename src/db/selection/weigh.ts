import { type SQL, sql } from "drizzle-orm";
import type { AccessPlan } from "../../auth/access-plan.js";
import { ceilingOf, FIELD_CEILING, fieldCeilingsOf } from "../../auth/ceiling.js";
import type { CategoryCode } from "../../domain/category-code.js";
import type { ClearedGrade } from "../../domain/grade.js";
import { literals } from "../tables/columns.js";
import type { MergedField } from "./merged.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";

/** A condition in SQL, or what it comes to without looking at a row. */
export type Condition = SQL | boolean;

const either = (conditions: readonly SQL[]): Condition =>
  conditions.length === 0 ? false : sql`(${sql.join([...conditions], sql` or `)})`;

const bound = (shape: Shape, row: Row): SQL => shape.bound?.(row) ?? sql`false`;

/** Where the text of a record may be read: in the categories shown in full, and in those bound to my work. */
const byCategory = (plan: AccessPlan, field: MergedField, shape: Shape, row: Row): Condition => {
  const at = (level: string): CategoryCode[] =>
    field.categories.filter((category) => plan.verdict(field.first.coordinate, [category]).level === level);
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

/** Texts about certain fields weigh as the field does, whatever their category weighs. */
const graverFields = (plan: AccessPlan, categories: readonly CategoryCode[], shape: Shape, row: Row): SQL[] => {
  const { concerns, category } = shape;
  if (concerns === undefined || category === undefined) return [];
  return Object.entries(FIELD_CEILING).flatMap(([code, fields]) => {
    if (!categories.includes(code as CategoryCode)) return [];
    return Object.entries<ClearedGrade>(fields).flatMap(([name, grade]) => {
      const { level } = plan.verdictOfGrade(grade);
      if (level === "FULL") return [];
      const about = sql`(${category(row)} = ${sql.raw(`'${code}'`)} and ${concerns(row, name)})`;
      return level === "TASK_BOUND" ? sql`(not ${about} or ${bound(shape, row)})` : sql`not ${about}`;
    });
  });
};

/**
 * Words that may quote any field of a record weigh as its gravest one. Of a record that is open by my work I am told them
 * whatever they weigh: they say what to do about what I wrote (a clerk collects contacts, and reads no identity number).
 */
export const gravestField = (plan: AccessPlan, categories: readonly CategoryCode[], shape: Shape, row: Row): SQL[] => {
  const { category } = shape;
  if (category === undefined) return [];
  const levelOf = (grade: ClearedGrade) => plan.verdictOfGrade(grade).level;
  return categories.flatMap((code) => {
    const levels = fieldCeilingsOf(code).map(levelOf);
    if (levels.every((level) => level === "FULL")) return [];
    const byWork = !levels.includes("DENIED") || levelOf(ceilingOf(code)) === "TASK_BOUND";
    const another = sql`${category(row)} <> ${sql.raw(`'${code}'`)}`;
    return byWork ? sql`(${another} or ${bound(shape, row)})` : another;
  });
};

/** Whether the text a field holds about a record may be read on a row, by what it is about. */
export const textIsReadable = (
  plan: AccessPlan,
  field: MergedField,
  shape: Shape,
  row: Row,
  graver = graverFields,
): Condition => {
  const allowed = byCategory(plan, field, shape, row);
  if (allowed === false) return false;
  const conditions = [
    ...(allowed === true ? [] : [allowed]),
    ...graver(plan, field.categories, shape, row),
    ...(shape.readable ? [shape.readable(row)] : []),
  ];
  return conditions.length === 0 ? true : sql.join(conditions, sql` and `);
};

/** Rows of findings that may not be read in any of their fields are not even listed: that they exist says something. */
export const listedRows = (plan: AccessPlan, categories: readonly CategoryCode[], shape: Shape, row: Row): SQL[] =>
  graverFields(plan, categories, shape, row);
