import { type SQL, sql } from "drizzle-orm";
import type { Compilation } from "./compilation.js";
import type { Row } from "./row.js";
import type { Shape } from "./shape.js";

interface BoundOnce {
  /** The same shape, except that whether this row is bound to my work stands beside it. */
  readonly shape: Shape;
  /** What has to be joined to the row for that, once all of its fields are read. */
  joins(): SQL[];
}

/** Every leaf that depends on my work asks whether the row is bound to it; the tasks and records are looked up once. */
export const boundOnce = (c: Compilation, shape: Shape, row: Row): BoundOnce => {
  const { bound } = shape;
  if (bound === undefined) return { shape, joins: () => [] };
  const alias = sql.identifier(c.alias());
  let asked = false;
  const beside = (of: Row): SQL => {
    if (of !== row) return bound(of);
    asked = true;
    return sql`${alias}.mine`;
  };
  return {
    shape: { ...shape, bound: beside },
    // Without an offset PostgreSQL puts the whole condition back into every leaf.
    joins: () => (asked ? [sql`cross join lateral (select ${bound(row)} as mine offset 0) as ${alias}`] : []),
  };
};
