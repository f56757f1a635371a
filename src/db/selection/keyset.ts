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

/**
 * Rows after (or before) a bound, spelled out: a > x, or a = x and b > y, … It holds for mixed directions and for null,
 * where a row comparison would not.
 */
export const beyondSql = (steps: readonly Step[], bound: Bound, row: Row, before: boolean): SQL => {
  const alternatives = steps.map((step, index) => {
    const equal = steps.slice(0, index).map((earlier, i) => same(earlier, bound[i] ?? null, row));
    return sql`(${sql.join([...equal, beyond(step, bound[index] ?? null, row, before)], sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
};
