import { type SQL, sql } from "drizzle-orm";
import { isOfCustomer } from "../../domain/statistics/subject.js";
import { LIVE_TASK_STATUSES } from "../../domain/task.js";
import { literals } from "../tables/columns.js";
import { recordFacts } from "./asked-facts.js";
import type { AskedDimension, Asking } from "./asking.js";
import { asKey } from "./dimension-sql.js";
import { firstOf } from "./first-of.js";
import { isHeld } from "./verified.js";

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;

const ownOf = ({ dimensions }: Asking): readonly AskedDimension[] =>
  dimensions.filter(({ name }) => !isOfCustomer(name));

const ownFilters = ({ filters }: Asking) => filters.filter(({ name }) => !isOfCustomer(name));

/** The sets of the report's own dimensions, as masks; the last one is all of them. */
const masksOf = (own: readonly AskedDimension[]): number[] =>
  Array.from({ length: 1 << own.length }, (_, mask) => mask);

const inMask = (own: readonly AskedDimension[], mask: number): AskedDimension[] =>
  own.filter((_, i) => (mask >> i) & 1);

const flag = (mask: number): SQL => sql.raw(`f${mask}`);

/** Dimensions o0, o1; rows n and what else is added up, m0, m1; f and the mask: one of a customer's rows that agree in these dimensions. */
const records = (asking: Asking): SQL => {
  const own = ownOf(asking);
  const filters = new Map(ownFilters(asking).map(({ name, values }) => [name, values] as const));
  const verified = sql.raw(asking.fourEyes === "small" ? "r.verified_small" : "r.verified");
  const flags = masksOf(own).map((mask) => {
    const dimensions = inMask(own, mask).map(({ name }) => name);
    return sql`${firstOf({ dimensions, filters })} as ${flag(mask)}`;
  });
  const columns = [...own.map(({ value }, i) => sql`${value} as ${sql.raw(`o${i}`)}`), ...flags];
  return sql`${recordFacts(asking.timeZone)}, q as (select r.customer_id, r.records as n, case when ${isHeld} then r.records else 0 end as m0, ${verified} as m1,
    ${list(columns)} from record_facts r where ${all(ownFilters(asking).map(({ condition }) => condition))})`;
};

const firstTask = (own: readonly AskedDimension[], mask: number): SQL => {
  const by = own.flatMap((_, i) => ((mask >> i) & 1 ? [sql.raw(`p.o${i}`)] : []));
  return sql`row_number() over (partition by ${list([sql.raw("p.customer_id"), ...by])}) = 1`;
};

/** The same of tasks: first per customer and dimension, so that a customer counts once in a group. */
const tasks = (asking: Asking): SQL => {
  const own = ownOf(asking);
  const open = sql`t.status in (${literals(LIVE_TASK_STATUSES)})`;
  const columns = [sql`t.customer_id`, ...own.map(({ value }, i) => sql`${value} as ${sql.raw(`o${i}`)}`)];
  const by = sql.raw(columns.map((_, i) => String(i + 1)).join(", "));
  const whole = masksOf(own).length - 1;
  const flags = masksOf(own).map((mask) => sql`${mask === whole ? sql`true` : firstTask(own, mask)} as ${flag(mask)}`);
  return sql`p as (select ${list(columns)}, count(*) as n, count(*) filter (where ${open}) as m0,
      count(*) filter (where ${open} and t.due_at < ${asking.now}) as m1 from verification_task t
      where ${all(ownFilters(asking).map(({ condition }) => condition))} group by ${by}),
    q as (select *, ${list(flags)} from p)`;
};

/** Customers k by their dimensions d0, d1. */
const customers = ({ dimensions, filters, scope }: Asking): SQL => {
  const columns = dimensions.flatMap(({ name, value }, i) =>
    isOfCustomer(name) ? [sql`${value} as ${sql.raw(`d${i}`)}`] : [],
  );
  const conditions = filters.filter(({ name }) => isOfCustomer(name)).map(({ condition }) => condition);
  return sql`(select ${list([sql`c.id`, ...columns])} from customer c where ${all([scope, ...conditions])}) k`;
};

/** A report over records or tasks. Of totals over fewer dimensions it says how many customers each group adds to them. */
export const countedReport = (asking: Asking): SQL => {
  const own = ownOf(asking);
  const whole = flag(masksOf(own).length - 1);
  const distinct = masksOf(own).map((mask) => sql`count(*) filter (where q.${flag(mask)})`);
  const [ofGroups, towards] = [distinct.slice(-1), distinct.slice(0, -1)];
  const sums = ["n", "m0", "m1"].map((each) => sql.raw(`sum(q.${each})::bigint`));
  // Of records, whose customers have several rows in a group, it is those whose first row has it: rather fewer than more.
  const having = ["m0", "m1"].map((each) => sql`count(*) filter (where q.${whole} and ${sql.raw(`q.${each}`)} > 0)`);
  const counted = [...ofGroups, ...sums, ...having, ...towards];
  const outer = asking.dimensions.map(({ name }, i) => ({
    name,
    value: sql.raw(isOfCustomer(name) ? `k.d${i}` : `q.o${own.findIndex((each) => each.name === name)}`),
  }));
  const grouped = outer.length > 0 ? sql`group by ${list(outer.map(({ value }) => value))}` : sql`having count(*) > 0`;
  const joined = needsCustomer(asking);
  return sql`with ${asking.subject === "TASKS" ? tasks(asking) : records(asking)}
    select json_build_array(${list(outer.map(({ name, value }) => asKey(name, value)))}) as keys,
    null::text as figure, null::text as currency, json_build_array(${list(counted)}) as counted
    from q ${joined ? sql`join ${customers(asking)} on k.id = q.customer_id` : sql``} ${grouped}`;
};

/** A report of nobody asks for customers, too: its scope lets none through. */
const needsCustomer = ({ dimensions, filters, scoped }: Asking): boolean =>
  scoped || [...dimensions, ...filters].some(({ name }) => isOfCustomer(name));
