import { type SQL, sql } from "drizzle-orm";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { AskedField } from "../../auth/asked.js";
import type { CategoryCode } from "../../domain/category-code.js";
import { literals } from "../tables/columns.js";
import type { Finish } from "./compilation.js";
import type { MergedField } from "./merged.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";

/** Beside the fields of an object; no field has such a name. */
export const WITHHELD = "!withheld";

/** A row of a category some texts of which are never shown in full, or of one of which they are where it is my work. */
const conditionsOf = (plan: AccessPlan, shape: Shape, row: Row, { coordinate, categories }: AskedField): SQL[] => {
  const at = (level: string): CategoryCode[] =>
    categories.filter((category) => plan.disclosed(coordinate, [category]).level === level);
  const among = (some: readonly CategoryCode[]): SQL =>
    shape.category ? sql`${shape.category(row)} in (${literals(some)})` : sql`true`;
  const withheld = at("DENIED");
  const unlessMine = at("TASK_BOUND");
  const mine = shape.bound?.(row) ?? sql`false`;
  return [
    ...(withheld.length > 0 ? [among(withheld)] : []),
    ...(unlessMine.length > 0 ? [sql`${among(unlessMine)} and not ${mine}`] : []),
  ];
};

const ofField = (plan: AccessPlan, shape: Shape, row: Row, field: AskedField): SQL[] =>
  plan.gradeOf(field.coordinate) !== "RECORD"
    ? []
    : conditionsOf(plan, shape, row, field).map((holds) => sql`when ${holds} then ${sql.raw(`'${field.coordinate}'`)}`);

/**
 * For whoever wants all or nothing: the coordinate of a text that is not shown in full on a row, or may not be. It is told by
 * category and by what my work is, which are no secrets, and never by what the texts are about: that there is one would tell.
 */
export const withheldSql = (
  plan: AccessPlan,
  fields: readonly MergedField[],
  shape: Shape,
  row: Row,
): SQL | undefined => {
  const cases = fields.flatMap(({ asked }) => asked).flatMap((field) => ofField(plan, shape, row, field));
  return cases.length === 0 ? undefined : sql`case ${sql.join(cases, sql` `)} end`;
};

export const finishWithheld: Finish = (object, finishing) => {
  const coordinate = object[WITHHELD];
  if (typeof coordinate === "string") finishing.withhold(coordinate);
};
