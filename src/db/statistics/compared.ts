import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Principal } from "../../auth/viewer.js";
import type { AnsweredReport } from "../../domain/statistics/answered.js";
import type { SharedCustomers, SharedRows } from "../../domain/statistics/differencing.js";
import { type Figure, figureOf } from "../../domain/statistics/measure.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import type { Database } from "../database.js";
import { facts, factsWithTrade, recordFacts, stale } from "./asked-facts.js";
import { type Asking, type AskingOptions, askingOf, conditions, keysOf } from "./asking.js";
import { asKey } from "./dimension-sql.js";
import { FIGURE_COLUMN } from "./figure-sql.js";
import { countedFor } from "./report.js";

/** When and where reports are compared. */
export type Moment = Pick<AskingOptions, "now" | "today" | "timeZone" | "fourEyes">;

/** Rows two reports share, by the figure and currency they bring in; of no figure: all of them. */
export interface SharedRow extends SharedRows {
  readonly figure: Figure | null;
  readonly currency: string | null;
}

/** Beyond so many pairs of groups two reports are not told apart. */
export const MOST_PAIRS = 20_000;

const dialect = new PgDialect();

const optionsOf = (report: AnsweredReport, moment: Moment): AskingOptions => ({
  ...report,
  ...moment,
  scope: report.branch === null ? { rows: "ALL" } : { rows: "BRANCH", branchId: report.branch },
});

const askingFor = (report: AnsweredReport, moment: Moment): Asking => askingOf(optionsOf(report, moment));

const isTraded = (figure: Figure): boolean => FIGURE_COLUMN[figure][1] === "c.trade_currency";

const FROM = {
  CUSTOMERS: ["facts c", "c.customer_id"],
  RECORDS: ["record_facts r join customer c on c.id = r.customer_id", "r.customer_id"],
  TASKS: ["verification_task t join customer c on c.id = t.customer_id", "t.customer_id"],
} as const;

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

const columnsOf = ({ dimensions }: Asking, side: "a" | "b"): SQL[] =>
  dimensions.map(({ value }, i) => sql`${value} as ${sql.raw(`${side}${i}`)}`);

const namesOf = ({ dimensions }: Asking, side: "a" | "b"): SQL[] =>
  dimensions.map((_, i) => sql.raw(`case when is_${side} then ${side}${i} end as ${side}${i}`));

/** A value as the report names it. */
const named = (name: StatisticsDimension, value: SQL): SQL =>
  name === "BRANCH" ? sql`(select code from branch where id = ${value})` : asKey(name, value);

const keyOf = ({ dimensions }: Asking, side: "a" | "b"): SQL => {
  const values = dimensions.map(({ name }, i) => named(name, sql.raw(`${side}${i}`)));
  return sql`case when ${sql.raw(`is_${side}`)} then json_build_array(${list(values)}) end`;
};

interface Part {
  readonly from: string;
  readonly figure?: Figure;
}

/** The groups of both reports that rows fall into, and of how many customers they are. */
const sharedPart = (a: Asking, b: Asking, { from, figure }: Part): SQL => {
  const [, customer] = FROM[a.subject];
  const [column, currency] = figure === undefined ? ["1", "null"] : FIGURE_COLUMN[figure];
  const value = figure === undefined ? column : `c.${column}`;
  const own = [
    sql.raw(`${customer} as customer`),
    sql.raw(`${currency}::text as currency`),
    sql`(${conditions(a)}) as is_a`,
    sql`(${conditions(b)}) as is_b`,
  ];
  const rows = sql`select ${list([...own, ...columnsOf(a, "a"), ...columnsOf(b, "b")])} from ${sql.raw(from)}
    where ${sql.raw(value)} is not null and ((${conditions(a)}) or (${conditions(b)}))`;
  const names = [...namesOf(a, "a"), ...namesOf(b, "b")];
  const by = names.map((_, i) => i + 4);
  const counted = a.subject === "CUSTOMERS" ? "count(*)" : "count(distinct customer)";
  return sql`select ${keyOf(a, "a")} as first, ${keyOf(b, "b")} as second, ${sql.raw(figure === undefined ? "null" : `'${figure}'`)} as figure,
    currency, n::int as customers from (select ${list([sql.raw("is_a, is_b, currency"), ...names, sql.raw(`${counted} as n`)])}
    from (${rows}) x group by ${sql.raw(["1", "2", "3", ...by].join(", "))}) y`;
};

const withFacts = (asked: readonly Asking[], traded: boolean): SQL[] => {
  const [{ today, timeZone }] = asked as [Asking];
  const isAsked = (wanted: Subject): boolean => asked.some(({ subject }) => subject === wanted);
  return [
    ...(isAsked("CUSTOMERS") ? [stale(today), facts(today), ...(traded ? [factsWithTrade(today)] : [])] : []),
    ...(isAsked("RECORDS") ? [recordFacts(timeZone)] : []),
  ];
};

const withTables = (tables: readonly SQL[]): SQL => (tables.length > 0 ? sql`with ${list(tables)}` : sql``);

const figuresOf = ({ measures }: AnsweredReport): ReadonlySet<Figure> =>
  new Set(measures.flatMap((measure) => figureOf(measure) ?? []));

/** Two reports over the same kind of rows. */
const sharedRows = (a: AnsweredReport, b: AnsweredReport, moment: Moment): SQL => {
  const [first, second] = [askingFor(a, moment), askingFor(b, moment)];
  const figures = [...figuresOf(a)].filter((figure) => figuresOf(b).has(figure));
  const parts: Part[] = [
    { from: FROM[a.subject][0] },
    ...figures.map((figure) => ({ from: `${isTraded(figure) ? "traded" : "facts"} c`, figure })),
  ];
  const tables = withFacts([first], figures.some(isTraded));
  const found = sql.join(
    parts.map((part) => sharedPart(first, second, part)),
    sql` union all `,
  );
  return sql`${withTables(tables)} ${found} limit ${sql.raw(String(MOST_PAIRS + 1))}`;
};

/** The customers of every group of a report, and of all of it. */
const membersOf = (asking: Asking, name: "a" | "b"): SQL[] => {
  const [from, customer] = FROM[asking.subject];
  const group = sql`select distinct ${sql.raw(customer)} as customer, ${keysOf(asking)}::text as k from ${sql.raw(from)} where ${conditions(asking)}`;
  return [
    sql`${sql.raw(`${name}g`)} as (${group})`,
    sql.raw(`${name} as (select * from ${name}g union select customer, '*' from ${name}g)`),
  ];
};

const sharedCustomers = (one: AnsweredReport, other: AnsweredReport, moment: Moment): SQL => {
  const asked = [askingFor(one, moment), askingFor(other, moment)] as const;
  const tables = [...withFacts(asked, false), ...membersOf(asked[0], "a"), ...membersOf(asked[1], "b")];
  return sql`${withTables(tables)}, an as (select k, count(*) as n from a group by 1), bn as (select k, count(*) as n from b group by 1)
    select an.n::int as first, bn.n::int as second, both_of.n::int as both
    from (select a.k as ak, b.k as bk, count(*) as n from a join b using (customer) group by 1, 2) both_of
    join an on an.k = both_of.ak join bn on bn.k = both_of.bk limit ${sql.raw(String(MOST_PAIRS + 1))}`;
};

const rowsOf = <T>(database: Database, principal: Principal, statement: SQL): Promise<T[]> => {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return database.withViewer(principal, "REPORT", ({ rows }) => rows<T>(text, params));
};

/** Reads what a viewer's reports come to now, and what two of them have in common. */
export const comparing = (database: Database, principal: Principal, moment: Moment) => ({
  counted: (report: AnsweredReport) => countedFor(database, principal, optionsOf(report, moment)),
  rows: (a: AnsweredReport, b: AnsweredReport) => rowsOf<SharedRow>(database, principal, sharedRows(a, b, moment)),
  customers: (a: AnsweredReport, b: AnsweredReport) =>
    rowsOf<SharedCustomers>(database, principal, sharedCustomers(a, b, moment)),
});

export type Comparing = ReturnType<typeof comparing>;
