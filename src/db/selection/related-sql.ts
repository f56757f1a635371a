import { type SQL, sql } from "drizzle-orm";
import { all } from "../sql-parts.js";
import { customer } from "../tables/customer.js";
import { searchEntry } from "../tables/search-entry.js";
import type { Compilation, Finishing } from "./compilation.js";
import { connectionPage, type RawPage } from "./connection-page.js";
import { filterSql } from "./filter.js";
import { alsoInScope, inScope } from "./in-scope.js";
import { beyondSql, orderSql, stepsOf } from "./keyset.js";
import { LISTS } from "./lists.js";
import { asksFor, asksForCursors, type MergedField, nodesOf } from "./merged.js";
import { hitsSql, PLACE } from "./ranked.js";
import { Row } from "./row.js";
import { ENTRY, foundBy } from "./search.js";
import type { ListName, ListShape, ManyShape, OneShape, Shape } from "./shape.js";
import { SHAPES } from "./shapes/index.js";
import { type ListTemplate, orderName, type SearchTemplate } from "./template.js";
import { customerOf } from "./touched.js";
import { listedRows } from "./weigh.js";

type Json = Record<string, unknown>;

/** A statement that answers one value called `data`, and how the value is finished in the object that holds it. */
export interface Related {
  readonly statement: SQL;
  readonly finish: ((object: Json, name: string, key: string, finishing: Finishing) => void) | undefined;
}

/** The row a relation starts from, and how it is read. */
interface Parent {
  readonly of: Shape;
  readonly row: Row;
}

/** The rows themselves, before anything is joined to them: only the columns the page row was asked for. */
const rowsOf = (shape: Shape, inner: Row, page: Row, where: SQL, tail: SQL): SQL =>
  sql`(select ${page.columnsOf(inner.alias)} from ${shape.table} as ${sql.identifier(inner.alias)} where ${where} ${tail}) as ${sql.identifier(page.alias)}`;

const joined = (joins: readonly SQL[]): SQL => sql.join([...joins], sql` `);

/** The related rows there are for the viewer, by way of this parent. */
const leadsTo = (c: Compilation, how: OneShape | ManyShape, inner: Row, { of, row }: Parent): SQL[] => [
  how.where(inner, row, c.asOf),
  ...(how.beyondClaim ? alsoInScope(c.scope, SHAPES[how.shape], inner) : []),
  ...(how.content && of.readable ? [of.readable(row)] : []),
];

export const oneOf = (c: Compilation, how: OneShape, parent: Parent, field: MergedField): Related => {
  const shape = SHAPES[how.shape];
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const { json, joins, finish } = c.objectSql(c, shape, page, field.asked);
  const tail = how.order ? sql`order by ${how.order(inner)} limit 1` : sql``;
  const rows = rowsOf(shape, inner, page, all(leadsTo(c, how, inner, parent)), tail);
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

export const manyOf = (c: Compilation, how: ManyShape, parent: Parent, field: MergedField): Related => {
  const shape = SHAPES[how.shape];
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const { json, joins, finish } = c.objectSql(c, shape, page, field.asked);
  const order = how.order(page);
  const listed = how.weighed ? listedRows(c.plan, field, shape, inner) : [];
  const rows = rowsOf(shape, inner, page, all([...leadsTo(c, how, inner, parent), ...listed]), sql``);
  return {
    statement: sql`select coalesce(json_agg(${json} order by ${order}), '[]') as data from ${rows} ${joined(joins)}`,
    finish:
      finish &&
      ((object, name, _key, finishing) => {
        for (const one of (object[name] as Json[] | null) ?? []) finish(one, finishing);
      }),
  };
};

/** Whether a customer is found, in whatever order the list is. */
const foundSql = (row: Row, search: SearchTemplate, c: Compilation): SQL => {
  const entry = new Row(c.alias());
  const where = all([inScope(c.scope, ENTRY, entry), foundBy(entry, search)]);
  return sql`${row.of(customer.id)} in (select ${entry.of(searchEntry.customerId)} from ${searchEntry} as ${sql.identifier(entry.alias)} where ${where})`;
};

const conditionsOf = (list: ListShape, template: ListTemplate, row: Row, c: Compilation): SQL[] => [
  ...(list.where ? [list.where(row, c.asOf)] : []),
  ...(list.filter && template.filter !== null ? [filterSql(list.filter, template.filter, row, c.scope)] : []),
  ...(template.search ? [foundSql(row, template.search, c)] : []),
];

/** The rows of a page, how they follow one another, and what tells where each stands. */
interface PageRows {
  readonly rows: SQL;
  readonly order: SQL;
  readonly place: readonly SQL[];
}

interface Listing {
  readonly c: Compilation;
  readonly list: ListShape;
  readonly template: ListTemplate;
  readonly where: (row: Row) => SQL;
  /** Whether its rows tell which customers the statement touches. */
  readonly isRoot: boolean;
}

/** The columns a page is asked for are known once its objects are built: so the rows are read last. */
const orderedRows = ({ c, list, template, where }: Listing, inner: Row, page: Row): PageRows => {
  const steps = stepsOf(list, template.orderBy);
  const place = steps.map((step) => sql`${page.of(step.column)}::text`);
  const order = orderSql(steps, page, false);
  const conditions = all([
    where(inner),
    ...conditionsOf(list, template, inner, c),
    template.after ? beyondSql(steps, template.after, inner, false) : undefined,
    template.before ? beyondSql(steps, template.before, inner, true) : undefined,
  ]);
  const tail = sql`order by ${orderSql(steps, inner, template.backward)} limit ${sql.raw(String(template.size + 1))}`;
  return { rows: rowsOf(SHAPES[list.shape], inner, page, conditions, tail), order, place };
};

const rankedRows = (listing: Listing, search: SearchTemplate, inner: Row, page: Row): PageRows => {
  const { c, list, template, where } = listing;
  const filtered = (entry: Row): SQL | undefined => {
    const conditions = conditionsOf(list, { ...template, search: null }, inner, c);
    if (conditions.length === 0) return undefined;
    const same = sql`${inner.of(customer.id)} = ${entry.of(searchEntry.customerId)}`;
    return sql`exists (select 1 from ${customer} as ${sql.identifier(inner.alias)} where ${all([same, ...conditions])})`;
  };
  const place = PLACE.map((name) => sql`${sql.identifier(page.alias)}.${sql.identifier(name)}`);
  const id = page.of(customer.id);
  const hits = hitsSql({ c, template, search, filtered });
  const marks = PLACE.slice(0, -1).map((name) => sql`hit.${sql.identifier(name)}`);
  const rows = sql`(select ${page.columnsOf(inner.alias)}, ${sql.join(marks, sql`, `)} from ${hits} as hit join ${customer} as ${sql.identifier(inner.alias)} on ${inner.of(customer.id)} = hit.customer_id where ${where(inner)}) as ${sql.identifier(page.alias)}`;
  const order = sql.join([...place.slice(1, -1), id], sql`, `);
  return { rows, order, place: place.map((each) => sql`${each}::text`) };
};

const pageOf = (listing: Listing, field: MergedField) => {
  const { c, list, template, isRoot } = listing;
  const [inner, page] = [new Row(c.alias()), new Row(c.alias())];
  const shape = SHAPES[list.shape];
  const { json, joins, finish } = c.objectSql(c, shape, page, nodesOf(field.selections));
  const touched = isRoot ? customerOf(shape.table, page) : undefined;
  const { rows, order, place } =
    template.ranked && template.search
      ? rankedRows(listing, template.search, inner, page)
      : orderedRows(listing, inner, page);
  const inOrder = (each: SQL): SQL => sql`coalesce(json_agg(${each} order by ${order}), '[]')`;
  const parts = [sql`'rows', ${inOrder(json)}`];
  if (asksForCursors(field.selections))
    parts.push(sql`'at', ${inOrder(sql`json_build_array(${sql.join([...place], sql`, `)})`)}`);
  if (touched) parts.push(sql`'touched', ${inOrder(touched)}`);
  return { parts, from: sql`from ${rows} ${joined(joins)}`, finish };
};

const totalOf = (c: Compilation, list: ListShape, template: ListTemplate, where: (row: Row) => SQL): SQL => {
  const row = new Row(c.alias());
  const conditions = all([where(row), ...conditionsOf(list, template, row, c)]);
  return sql`(select count(*) from ${SHAPES[list.shape].table} as ${sql.identifier(row.alias)} where ${conditions})`;
};

const ROWS = ["edges", "nodes", "pageInfo"];

/** A page of a list, and the number of all its rows when that is asked for. */
export const connectionOf = (
  c: Compilation,
  name: ListName,
  field: MergedField,
  where: (row: Row) => SQL,
  isRoot = false,
): Related => {
  const list = LISTS[name];
  const template = c.lists.get(field.first.node);
  if (template === undefined) throw new Error(`${field.first.coordinate} has no arguments bound`);
  const page = ROWS.some((part) => asksFor(field.selections, part))
    ? pageOf({ c, list, template, where, isRoot }, field)
    : undefined;
  const parts = [
    ...(page?.parts ?? []),
    ...(asksFor(field.selections, "totalCount") ? [sql`'total', ${totalOf(c, list, template, where)}`] : []),
  ];
  const kind = { list: name, order: orderName(template), template };
  return {
    statement: sql`select json_build_object(${sql.join(parts, sql`, `)}) as data ${page?.from}`,
    finish: (object, raw, key, finishing) => {
      object[key] = connectionPage(object[raw] as RawPage, kind, finishing, page?.finish);
    },
  };
};
