import { type SQL, sql } from "drizzle-orm";
import type { AccessPlan } from "../../auth/access-plan.js";
import { ceilingOf } from "../../auth/ceiling.js";
import type { MergedField } from "./merged.js";
import type { Row } from "./row.js";
import type { LeafShape, Shape } from "./shape.js";
import { textIsReadable } from "./weigh.js";

const when = (condition: SQL | undefined, then: SQL): SQL =>
  condition === undefined ? then : sql`case when ${condition} then ${then} end`;

const byVerdict = (plan: AccessPlan, field: MergedField, leaf: LeafShape, shape: Shape, row: Row): SQL | null => {
  const verdict = plan.verdict(field.first.coordinate, field.categories);
  switch (verdict.level) {
    case "FULL":
      return leaf.read(row, field.selections, plan);
    case "MASKED":
      return leaf.mask?.(row) ?? null;
    case "TASK_BOUND": {
      const otherwise = verdict.otherwise === "MASKED" ? leaf.mask?.(row) : undefined;
      if (shape.bound === undefined) return otherwise ?? null;
      return sql`case when ${shape.bound(row)} then ${leaf.read(row, field.selections, plan)} ${otherwise ? sql`else ${otherwise}` : sql``} end`;
    }
    case "DENIED":
      return null;
  }
};

/** What of a leaf is read under the plan: the column, its masked twin, one or the other by row, or nothing at all. */
export const leafSql = (plan: AccessPlan, field: MergedField, leaf: LeafShape, shape: Shape, row: Row): SQL | null => {
  if (plan.gradeOf(field.first.coordinate) === "RECORD") {
    const condition = textIsReadable(plan, field, shape, row);
    if (condition === false) return null;
    return when(condition === true ? undefined : condition, leaf.read(row, field.selections, plan));
  }
  const read = byVerdict(plan, field, leaf, shape, row);
  return read === null ? null : when(leaf.content && shape.readable?.(row), read);
};

/** How the content of a record is shown to the viewer, told by its category: FULL, MASKED, TASK_BOUND or DENIED. */
export const disclosureSql = (plan: AccessPlan, field: MergedField, shape: Shape, row: Row): SQL => {
  const { category, bound, readable } = shape;
  if (category === undefined || bound === undefined || readable === undefined)
    throw new Error("no record is disclosed here");
  const word = (level: string): SQL => sql.raw(`'${level}'`);
  const cases = field.categories.map((code) => {
    const verdict = plan.verdictOfContent(ceilingOf(code));
    const shown =
      verdict.level === "TASK_BOUND"
        ? sql`case when ${bound(row)} then 'TASK_BOUND' else ${word(verdict.otherwise)} end`
        : word(verdict.level);
    return sql`when ${word(code)} then ${shown}`;
  });
  return sql`case when not (${readable(row)}) then 'DENIED' else case ${category(row)} ${sql.join(cases, sql` `)} end end`;
};
