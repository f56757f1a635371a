import { type SQL, sql } from "drizzle-orm";
import type { Compilation, Finishing } from "./compilation.js";
import { connectionPage, type RawPage } from "./connection-page.js";
import { filterSql } from "./filter.js";
import { alsoInScope } from "./in-scope.js";
import { beyondSql, orderSql, stepsOf } from "./keyset.js";
import { LISTS } from "./lists.js";
import { asksFor, asksForCursors, type MergedField, nodesOf } from "./merged.js";
import { Row } from "./row.js";
import { searchSql } from "./search.js";
import type { ListName, ListShape, ManyShape, OneShape, Shape } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import type { ListTemplate } from "./template.js";
import { listedRows } from "./weigh.js";

type Json = Record<string, unknown>;

/** A statement that answers one value called `data`, and how the value is finished in the object that holds it. */
export interface Related {
  readonly statement: SQL;
  readonly finish: ((object: Json, name: string, key: string, finishing: Finishing) => void) | undefined;
}

const conjunction = (conditions: readonly (SQL | undefined)[]): SQL =>
  sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  );

/** The rows themselves, before anything is joined to them: only the columns the page row was asked for. */
const rowsOf = (shape: Shape, inner: Row, page: Row, where: SQL, tail: SQL): SQL =>
  sql`(select ${page.columnsOf(inner.alias)} from ${shape.table} as ${sql.identifier(inner.alias)} where ${where} ${tail}) as ${sql.identifier(page.alias)}`;

const joined = (joins: readonly SQL[]): SQL => sql.join([...joins], sql` `);

export const oneOf = (c: Compilation, how: OneShape, parent: Row, field: MergedField): Related => {
  const shape = SHAPES[how.shape];
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const { json, joins, finish } = c.objectSql(c, shape, page, field.asked);
  const tail = how.order ? sql`order by ${how.order(inner)} limit 1` : sql``;
  const scoped = how.beyondClaim ? alsoInScope(c.scope, shape, inner) : [];
  const rows = rowsOf(shape, inner, page, conjunction([how.where(inner, parent, c.asOf), ...scoped]), tail);
  return {
    statement: sql`select ${json} as data from ${rows} ${joined(joins)}`,
    finish:
      finish &&
      ((object, name, _key, finishing) => {
        const one = object[name] as Json | null;
        if (one !== null) finish(one, finishing);
      }),
  };
};

export const manyOf = (c: Compilation, how: ManyShape, parent: Row, field: MergedField): Related => {
  const shape = SHAPES[how.shape];
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const { json, joins, finish } = c.objectSql(c, shape, page, field.asked);
  const order = how.order(page);
  const listed = how.weighed ? listedRows(c.plan, field.categories, shape, inner) : [];
  const scoped = how.beyondClaim ? alsoInScope(c.scope, shape, inner) : [];
  const where = conjunction([how.where(inner, parent, c.asOf), ...scoped, ...listed]);
  const rows = rowsOf(shape, inner, page, where, sql``);
  return {
    statement: sql`select coalesce(json_agg(${json} order by ${order}), '[]') as data from ${rows} ${joined(joins)}`,
    finish:
      finish &&
      ((object, name, _key, finishing) => {
        for (const one of (object[name] as Json[] | null) ?? []) finish(one, finishing);
      }),
  };
};

const conditionsOf = (list: ListShape, template: ListTemplate, row: Row, c: Compilation): SQL[] => [
  ...(list.where ? [list.where(row, c.asOf)] : []),
  ...(list.filter && template.filter !== null ? [filterSql(list.filter, template.filter, row, c.scope)] : []),
  ...(template.search ? [searchSql(row, template.search.at)] : []),
];

const pageOf = (
  c: Compilation,
  list: ListShape,
  template: ListTemplate,
  field: MergedField,
  where: (row: Row) => SQL,
) => {
  const shape = SHAPES[list.shape];
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const steps = stepsOf(list, template.orderBy);
  const { json, joins, finish } = c.objectSql(c, shape, page, nodesOf(field.selections));
  const at = sql.join(
    steps.map((step) => sql`${page.of(step.column)}::text`),
    sql`, `,
  );
  const order = orderSql(steps, page, false);
  const conditions = conjunction([
    where(inner),
    ...conditionsOf(list, template, inner, c),
    template.after ? beyondSql(steps, template.after, inner, false) : undefined,
    template.before ? beyondSql(steps, template.before, inner, true) : undefined,
  ]);
  const tail = sql`order by ${orderSql(steps, inner, template.backward)} limit ${sql.raw(String(template.size + 1))}`;
  const rows = rowsOf(shape, inner, page, conditions, tail);
  const inOrder = (each: SQL): SQL => sql`coalesce(json_agg(${each} order by ${order}), '[]')`;
  const parts = [sql`'rows', ${inOrder(json)}`];
  if (asksForCursors(field.selections)) parts.push(sql`'at', ${inOrder(sql`json_build_array(${at})`)}`);
  return { parts, from: sql`from ${rows} ${joined(joins)}`, finish };
};

const totalOf = (c: Compilation, list: ListShape, template: ListTemplate, where: (row: Row) => SQL): SQL => {
  const row = new Row(c.alias());
  const conditions = conjunction([where(row), ...conditionsOf(list, template, row, c)]);
  return sql`(select count(*) from ${SHAPES[list.shape].table} as ${sql.identifier(row.alias)} where ${conditions})`;
};

const ROWS = ["edges", "nodes", "pageInfo"];

/** A page of a list, and the number of all its rows when that is asked for. */
export const connectionOf = (c: Compilation, name: ListName, field: MergedField, where: (row: Row) => SQL): Related => {
  const list = LISTS[name];
  const template = c.lists.get(field.first.node);
  if (template === undefined) throw new Error(`${field.first.coordinate} has no arguments bound`);
  const page = ROWS.some((part) => asksFor(field.selections, part))
    ? pageOf(c, list, template, field, where)
    : undefined;
  const parts = [
    ...(page?.parts ?? []),
    ...(asksFor(field.selections, "totalCount") ? [sql`'total', ${totalOf(c, list, template, where)}`] : []),
  ];
  const kind = { list: name, order: JSON.stringify(template.orderBy), template };
  return {
    statement: sql`select json_build_object(${sql.join(parts, sql`, `)}) as data ${page?.from}`,
    finish: (object, raw, key, finishing) => {
      object[key] = connectionPage(object[raw] as RawPage, kind, finishing, page?.finish);
    },
  };
};
