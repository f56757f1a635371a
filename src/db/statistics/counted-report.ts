import { type SQL, sql } from "drizzle-orm";
import { isOfCustomer } from "../../domain/statistics/subject.js";
import { LIVE_TASK_STATUSES } from "../../domain/task.js";
import { literals } from "../tables/columns.js";
import type { AskedDimension, Asking } from "./asking.js";
import { asKey } from "./dimension-sql.js";
import { isHeld, isVerified } from "./verified.js";

interface Source {
  readonly from: SQL;
  readonly alias: string;
  /** What is added up besides the rows themselves. */
  readonly more: readonly SQL[];
}

const sourceOf = ({ subject, fourEyes, now, measures }: Asking): Source => {
  if (subject === "TASKS") {
    const open = sql`t.status in (${literals(LIVE_TASK_STATUSES)})`;
    const more = [sql`count(*) filter (where ${open})`, sql`count(*) filter (where ${open} and t.due_at < ${now})`];
    return { from: sql`verification_task t`, alias: "t", more };
  }
  const share = measures.includes("VERIFIED_SHARE");
  const more = share
    ? [sql`count(*) filter (where ${isHeld})`, sql`count(*) filter (where ${isHeld} and ${isVerified(fourEyes)})`]
    : [sql`0`, sql`0`];
  return { from: sql`information_record r`, alias: "r", more };
};

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/** One of all rows of a customer that agree in these dimensions: counted, these are the customers of a total. */
const firstOf = (alias: string, own: readonly AskedDimension[], mask: number): SQL => {
  const by = own.flatMap(({ value }, i) => ((mask >> i) & 1 ? [value] : []));
  return sql`row_number() over (partition by ${list([sql.raw(`${alias}.customer_id`), ...by])}) = 1`;
};

/**
 * A report over records or tasks. First per customer and dimension of its own, so that a customer counts once in a group,
 * then over customers. Of totals over fewer dimensions it says how many customers each group adds to them.
 */
export const countedReport = (asking: Asking): SQL => {
  const { from, alias, more } = sourceOf(asking);
  const own = asking.dimensions.filter(({ name }) => !isOfCustomer(name));
  const ownFilters = asking.filters.filter(({ name }) => !isOfCustomer(name)).map(({ condition }) => condition);
  const masks = Array.from({ length: (1 << own.length) - 1 }, (_, mask) => mask);
  const inner = [
    sql`${sql.raw(alias)}.customer_id`,
    ...own.map(({ value }, i) => sql`${value} as ${sql.raw(`o${i}`)}`),
  ];
  const counts = [sql`count(*) as n`, ...more.map((each, i) => sql`${each} as ${sql.raw(`m${i}`)}`)];
  const flags = masks.map((mask) => sql`${firstOf("p", ownAgain(own), mask)} as ${sql.raw(`f${mask}`)}`);
  const by = sql.raw(["1", ...own.map((_, i) => `${i + 2}`)].join(", "));
  const counted = sql`p as (select ${list([...inner, ...counts])} from ${from}
    where ${sql.join(ownFilters.length > 0 ? ownFilters : [sql`true`], sql` and `)} group by ${by})`;
  const flagged = flags.length > 0 ? sql`, q as (select *, ${list(flags)} from p)` : sql`, q as (select * from p)`;
  const outer = asking.dimensions.map(({ name, value }) => ({
    name,
    value: isOfCustomer(name) ? value : sql.raw(`q.o${own.findIndex((each) => each.name === name)}`),
  }));
  const towards = masks.map((mask) => sql`count(*) filter (where ${sql.raw(`q.f${mask}`)})`);
  const conditions = [asking.scope, ...asking.filters.filter(({ name }) => isOfCustomer(name)).map((f) => f.condition)];
  const grouped = outer.length > 0 ? sql`group by ${list(outer.map(({ value }) => value))}` : sql`having count(*) > 0`;
  return sql`with ${counted}${flagged} select json_build_array(${list(outer.map(({ name, value }) => asKey(name, value)))}) as keys,
    null::text as figure, null::text as currency,
    json_build_array(count(*), sum(q.n)::bigint, sum(q.m0)::bigint, sum(q.m1)::bigint${towards.length > 0 ? sql`, ${list(towards)}` : sql``}) as counted
    from q ${needsCustomer(asking) ? sql`join customer c on c.id = q.customer_id` : sql``}
    where ${sql.join(conditions, sql` and `)} ${grouped}`;
};

const ownAgain = (own: readonly AskedDimension[]): AskedDimension[] =>
  own.map(({ name }, i) => ({ name, value: sql.raw(`p.o${i}`) }));

const needsCustomer = ({ dimensions, filters, scoped }: Asking): boolean =>
  scoped || [...dimensions, ...filters].some(({ name }) => isOfCustomer(name));
