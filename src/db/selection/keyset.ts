import { type SQL, sql } from "drizzle-orm";
import type { Row } from "./row.js";
import { value } from "./row.js";
import type { ListShape, OrderColumn } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import type { Bound, OrderStep } from "./template.js";

/** A step of an order over a column; `forward` is false where a page is read from its end. */
interface Step extends OrderColumn {
  readonly descending: boolean;
}

const columnOf = (list: ListShape, { field }: OrderStep): OrderColumn => {
  const column = list.orders[field];
  if (column === undefined) throw new Error(`${field} cannot be ordered by`);
  return column;
};

/** The order asked for, and the id at its end, so that no two rows are equal. */
export const stepsOf = (list: ListShape, orderBy: readonly OrderStep[]): Step[] => {
  const asked = orderBy.length > 0 ? orderBy : list.defaultOrder;
  const steps = asked.map((step) => ({ ...columnOf(list, step), descending: step.direction === "DESC" }));
  const { id } = SHAPES[list.shape].table as unknown as { id: OrderColumn["column"] };
  return [...steps, { column: id, type: "uuid", descending: steps.at(-1)?.descending ?? false }];
};

/** Null comes last in both directions of the list, and so first when the list is read from its end. */
const direction = ({ descending, nullable }: Step, backward: boolean): SQL => {
  const word = descending !== backward ? "desc" : "asc";
  const nulls = nullable ? ` nulls ${backward ? "first" : "last"}` : "";
  return sql.raw(` ${word}${nulls}`);
};

export const orderSql = (steps: readonly Step[], row: Row, backward: boolean): SQL =>
  sql.join(
    steps.map((step) => sql`${row.of(step.column)}${direction(step, backward)}`),
    sql`, `,
  );

const beyond = (step: Step, at: Bound[number], row: Row, before: boolean): SQL => {
  const column = row.of(step.column);
  if (at === null) return before ? sql`${column} is not null` : sql`false`;
  const compare = sql.raw(step.descending !== before ? "<" : ">");
  const beyondValue = sql`${column} ${compare} ${value(at.at, step.type)}`;
  return step.nullable && !before ? sql`(${beyondValue} or ${column} is null)` : beyondValue;
};

const same = (step: Step, at: Bound[number], row: Row): SQL =>
  at === null ? sql`${row.of(step.column)} is null` : sql`${row.of(step.column)} = ${value(at.at, step.type)}`;

/** As many leading steps as one comparison of rows can hold: of one direction, and without null. */
const comparable = (steps: readonly Step[], bound: Bound, before: boolean): readonly Step[] => {
  const end = steps.findIndex(
    (step, index) => (step.nullable && !before) || bound[index] === null || step.descending !== steps[0]?.descending,
  );
  return end < 0 ? steps : steps.slice(0, end);
};

const compareRows = (steps: readonly Step[], bound: Bound, row: Row, operator: string): SQL => {
  const columns = steps.map((step) => row.of(step.column));
  const values = steps.map((step, index) => value(bound[index]?.at ?? "", step.type));
  return sql`(${sql.join(columns, sql`, `)}) ${sql.raw(operator)} (${sql.join(values, sql`, `)})`;
};

/**
 * Rows after (or before) a bound: one comparison of rows, from where an index can start. Where directions are mixed or
 * null may be met it covers the first steps only, and the rest is spelled out: a > x, or a = x and b > y, …
 */
export const beyondSql = (steps: readonly Step[], bound: Bound, row: Row, before: boolean): SQL => {
  const leading = comparable(steps, bound, before);
  const operator = steps[0]?.descending !== before ? "<" : ">";
  if (leading.length === steps.length) return compareRows(steps, bound, row, operator);
  const alternatives = steps.map((step, index) => {
    const equal = steps.slice(0, index).map((earlier, i) => same(earlier, bound[i] ?? null, row));
    return sql`(${sql.join([...equal, beyond(step, bound[index] ?? null, row, before)], sql` and `)})`;
  });
  const spelledOut = sql`(${sql.join(alternatives, sql` or `)})`;
  return leading.length === 0 ? spelledOut : sql`${compareRows(leading, bound, row, `${operator}=`)} and ${spelledOut}`;
};
