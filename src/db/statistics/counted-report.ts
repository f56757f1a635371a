import { type SQL, sql } from "drizzle-orm";
import { isOfCustomer } from "../../domain/statistics/subject.js";
import { LIVE_TASK_STATUSES } from "../../domain/task.js";
import { all, list } from "../sql-parts.js";
import { literals } from "../tables/columns.js";
import { recordFactsApart } from "./asked-facts.js";
import type { AskedDimension, Asking } from "./asking.js";
import { asKey } from "./dimension-sql.js";
import { firstOf } from "./first-of.js";
import { isHeld } from "./verified.js";

const ownOf = ({ dimensions }: Asking): readonly AskedDimension[] =>
  dimensions.filter(({ name }) => !isOfCustomer(name));

const ownFilters = ({ filters }: Asking) => filters.filter(({ name }) => !isOfCustomer(name));

/** The sets of the report's own dimensions, as masks; the last one is all of them. */
const masksOf = (own: readonly AskedDimension[]): number[] =>
  Array.from({ length: 1 << own.length }, (_, mask) => mask);

const inMask = (own: readonly AskedDimension[], mask: number): AskedDimension[] =>
  own.filter((_, i) => (mask >> i) & 1);

const flag = (mask: number): SQL => sql.raw(`f${mask}`);

/** Tables of rows to be counted, the rows of a customer in one of them, and what they are made of. */
interface Rows {
  readonly made: SQL;
  readonly names: readonly string[];
}

/** Dimensions o0, o1; rows n and what else is added up, m0, m1; f and the mask: one of a customer's rows that agree in these dimensions. */
const records = (asking: Asking): Rows => {
  const own = ownOf(asking);
  const filters = new Map(ownFilters(asking).map(({ name, values }) => [name, values] as const));
  const verified = sql.raw(asking.fourEyes === "small" ? "r.verified_small" : "r.verified");
  const flags = masksOf(own).map((mask) => {
    const dimensions = inMask(own, mask).map(({ name }) => name);
    return sql`${firstOf({ dimensions, filters })} as ${flag(mask)}`;
  });
  const columns = [...own.map(({ value }, i) => sql`${value} as ${sql.raw(`o${i}`)}`), ...flags];
  const passing = all(ownFilters(asking).map(({ condition }) => condition));
  const table = (name: string, from: string) =>
    sql`${sql.raw(name)} as (select r.customer_id, r.records as n, case when ${isHeld} then r.records else 0 end as m0, ${verified} as m1,
      ${list(columns)} from ${sql.raw(from)} r where ${passing})`;
  return {
    made: list([recordFactsApart(asking.timeZone), table("kept", "kept_records"), table("fresh", "fresh_records")]),
    names: ["kept", "fresh"],
  };
};

const firstTask = (own: readonly AskedDimension[], mask: number): SQL => {
  const by = own.flatMap((_, i) => ((mask >> i) & 1 ? [sql.raw(`p.o${i}`)] : []));
  return sql`row_number() over (partition by ${list([sql.raw("p.customer_id"), ...by])}) = 1`;
};

/** The same of tasks: first per customer and dimension, so that a customer counts once in a group. */
const tasks = (asking: Asking): Rows => {
  const own = ownOf(asking);
  const open = sql`t.status in (${literals(LIVE_TASK_STATUSES)})`;
  const columns = [sql`t.customer_id`, ...own.map(({ value }, i) => sql`${value} as ${sql.raw(`o${i}`)}`)];
  const by = sql.raw(columns.map((_, i) => String(i + 1)).join(", "));
  const whole = masksOf(own).length - 1;
  const flags = masksOf(own).map((mask) => sql`${mask === whole ? sql`true` : firstTask(own, mask)} as ${flag(mask)}`);
  const made = sql`p as (select ${list(columns)}, count(*) as n, count(*) filter (where ${open}) as m0,
      count(*) filter (where ${open} and t.due_at < ${asking.now}) as m1 from verification_task t
      where ${all(ownFilters(asking).map(({ condition }) => condition))} group by ${by}),
    q as (select *, ${list(flags)} from p)`;
  return { made, names: ["q"] };
};

/** Customers k by their dimensions d0, d1. */
const customers = ({ dimensions, filters, scope }: Asking): SQL => {
  const columns = dimensions.flatMap(({ name, value }, i) =>
    isOfCustomer(name) ? [sql`${value} as ${sql.raw(`d${i}`)}`] : [],
  );
  const conditions = filters.filter(({ name }) => isOfCustomer(name)).map(({ condition }) => condition);
  return sql`(select ${list([sql`c.id`, ...columns])} from customer c where ${all([scope, ...conditions])}) k`;
};

/** What is counted of rows `q`: it adds up over tables of rows that share no customer. */
const countsOf = (asking: Asking): readonly SQL[] => {
  const masks = masksOf(ownOf(asking));
  const whole = flag(masks.length - 1);
  const distinct = masks.map((mask) => sql`count(*) filter (where q.${flag(mask)})`);
  const sums = ["n", "m0", "m1"].map((each) => sql.raw(`sum(q.${each})`));
  // Of records, whose customers have several rows in a group, it is those whose first row has it: rather fewer than more.
  const having = ["m0", "m1"].map((each) => sql`count(*) filter (where q.${whole} and ${sql.raw(`q.${each}`)} > 0)`);
  return [...distinct.slice(-1), ...sums, ...having, ...distinct.slice(0, -1)];
};

const groupedBy = (columns: readonly SQL[]): SQL =>
  columns.length > 0 ? sql`group by ${list(columns)}` : sql`having count(*) > 0`;

/** The groups of one table of rows, by its dimensions g0, g1; counted c0, c1. */
const countedIn = (asking: Asking, rows: string): SQL => {
  const own = ownOf(asking);
  const groups = asking.dimensions.map(({ name }, i) =>
    sql.raw(isOfCustomer(name) ? `k.d${i}` : `q.o${own.findIndex((each) => each.name === name)}`),
  );
  const joined = needsCustomer(asking) ? sql`join ${customers(asking)} on k.id = q.customer_id` : sql``;
  const columns = [
    ...groups.map((group, i) => sql`${group} as ${sql.raw(`g${i}`)}`),
    ...countsOf(asking).map((count, i) => sql`${count} as ${sql.raw(`c${i}`)}`),
  ];
  return sql`select ${list(columns)} from ${sql.raw(rows)} q ${joined} ${groupedBy(groups)}`;
};

/** A report over records or tasks. Of totals over fewer dimensions it says how many customers each group adds to them. */
export const countedReport = (asking: Asking): SQL => {
  const { made, names } = asking.subject === "TASKS" ? tasks(asking) : records(asking);
  const groups = asking.dimensions.map(({ name }, i) => ({ name, value: sql.raw(`g${i}`) }));
  const keys = groups.map(({ name, value }) => asKey(name, value));
  const counted = countsOf(asking).map((_, i) => sql.raw(`sum(c${i})::bigint`));
  const parts = names.map((name) => countedIn(asking, name));
  return sql`with ${made} select json_build_array(${list(keys)}) as keys, null::text as figure, null::text as currency, json_build_array(${list(counted)}) as counted
    from (${sql.join(parts, sql` union all `)}) g ${groupedBy(groups.map(({ value }) => value))}`;
};

/** A report of nobody asks for customers, too: its scope lets none through. */
const needsCustomer = ({ dimensions, filters, scoped }: Asking): boolean =>
  scoped || [...dimensions, ...filters].some(({ name }) => isOfCustomer(name));
