import { fillPlaceholders, type SQL, sql } from "drizzle-orm";
import type { AccessPlan } from "../../auth/access-plan.js";
import type { AskedField } from "../../auth/asked.js";
import type { Scope } from "../../auth/scope.js";
import { textOf } from "../sql-parts.js";
import type { BoundArguments } from "./arguments.js";
import type { Compilation, Finish, Finishing } from "./compilation.js";
import type { AsOf } from "./in-force.js";
import { inScope } from "./in-scope.js";
import { merge } from "./merged.js";
import { objectSql } from "./object-sql.js";
import { connectionOf } from "./related-sql.js";
import { REQUEST, Row, value, values } from "./row.js";
import type { ListName, Shape } from "./shape.js";
import { customerOf } from "./touched.js";

/** A statement compiled once and run many times: its text, where values go, and what to do with the answer. */
export interface Statement {
  readonly text: string;
  /** The values in the order of the placeholders. */
  fill(values: Record<string, unknown>): unknown[];
  readonly finish: ((row: Record<string, unknown>, finishing: Finishing) => void) | undefined;
}

const statementOf = (query: SQL, finish: Statement["finish"]): Statement => {
  const { text, params } = textOf(query);
  return { text, fill: (given) => fillPlaceholders(params, given), finish };
};

export interface Compiling {
  readonly plan: AccessPlan;
  readonly scope: Scope["rows"];
  readonly bound: BoundArguments;
  readonly strict: boolean;
  readonly asOf?: { readonly knownAt: boolean } | undefined;
}

const compilation = ({ plan, scope, bound, strict, asOf }: Compiling): Compilation => {
  let next = 0;
  const moment: AsOf = asOf
    ? { validAt: value("validAt", "date"), knownAt: asOf.knownAt ? value("knownAt", "timestamptz") : null, named: true }
    : { validAt: REQUEST.today, knownAt: null, named: false };
  return { plan, scope, lists: bound.lists, asOf: moment, strict, alias: () => `t${next++}`, objectSql };
};

/** A root list: one statement, however deep and wide what is asked of its rows. */
export const compileList = (compiling: Compiling, list: ListName, shape: Shape, field: AskedField): Statement => {
  const c = compilation(compiling);
  const [merged] = merge(new Map([["Query", [field]]]));
  if (merged === undefined) throw new Error("nothing is asked");
  const { statement, finish } = connectionOf(c, list, merged, (row) => inScope(c.scope, shape, row), true);
  return statementOf(statement, finish && ((row, finishing) => finish(row, "data", "data", finishing)));
};

/** Rows by a key, one or many: each with the key it was found by. */
export const compileByKey = (
  compiling: Compiling,
  shape: Shape,
  field: AskedField,
  key: { readonly column: Parameters<Row["of"]>[0]; readonly type: string },
): Statement => {
  const c = compilation(compiling);
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const { json, joins, finish } = objectSql(c, shape, page, [field]);
  const found = sql`${page.of(key.column)}::text`;
  const where = sql`${inner.of(key.column)} = any(${values("keys", key.type)}) and ${inScope(c.scope, shape, inner)}`;
  const touched = customerOf(shape.table, page) ?? sql`null`;
  const query = sql`select ${found} as key, ${touched}::text as touched, ${json} as data from (select ${page.columnsOf(inner.alias)} from ${shape.table} as ${sql.identifier(inner.alias)} where ${where}) as ${sql.identifier(page.alias)} ${sql.join([...joins], sql` `)}`;
  const finishRow: Finish | undefined = finish;
  return statementOf(
    query,
    finishRow && ((row, finishing) => finishRow(row.data as Record<string, unknown>, finishing)),
  );
};
