import { type SQL, sql } from "drizzle-orm";
import { type Figure, figuresOf } from "../../domain/statistics/measure.js";
import { facts, factsWithTasks, factsWithTrade, stale } from "./asked-facts.js";
import { type Asking, conditions, keysOf } from "./asking.js";
import { FIGURE_COLUMN, isTraded } from "./figure-sql.js";

const asksTasks = ({ measures }: Asking): boolean => measures.some((each) => each.endsWith("TASKS"));

const grouped = ({ dimensions }: Asking, more?: SQL): SQL => {
  const by = [...dimensions.map(({ value }) => value), ...(more ? [more] : [])];
  return by.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(by, sql`, `)}`;
};

const counts = (asking: Asking): SQL => {
  const tasks = sql.raw(
    asksTasks(asking) ? "coalesce(sum(c.tasks), 0), coalesce(sum(c.open), 0), coalesce(sum(c.overdue), 0)" : "0, 0, 0",
  );
  const working = asksTasks(asking)
    ? "count(*) filter (where c.open > 0), count(*) filter (where c.overdue > 0)"
    : "0, 0";
  const verified = sql.raw(asking.fourEyes === "small" ? "c.verified_small" : "c.verified");
  return sql`select ${keysOf(asking)} as keys, null::text as figure, null::text as currency,
    json_build_array(count(*), sum(c.records), ${tasks}, sum(c.completeness)::text, sum(c.held), sum(${verified}),
      ${sql.raw(working)}, count(*) filter (where c.held > 0)) as counted
    from ${sql.raw(asksTasks(asking) ? "worked" : "facts")} c where ${conditions(asking)} ${grouped(asking)}`;
};

/** How many bring it in, what it comes to, and what it comes to without signs, in all and at the most. */
const figure = (asking: Asking, name: Figure): SQL => {
  const [column, currency] = FIGURE_COLUMN[name];
  const x = sql.raw(`c.${column}`);
  const of = currency === "null" ? undefined : sql.raw(currency);
  return sql`select ${keysOf(asking)} as keys, ${sql.raw(`'${name}'`)} as figure, ${of ?? sql`null::text`} as currency,
    json_build_array(count(*), sum(${x})::text, sum(abs(${x}))::text, max(abs(${x}))::text) as counted
    from ${sql.raw(isTraded(name) ? "traded" : "facts")} c where ${x} is not null and ${conditions(asking)} ${grouped(asking, of)}`;
};

/** All that a report over customers is made of, in one statement. */
export const customerReport = (asking: Asking): SQL => {
  const { today, now, measures } = asking;
  const figures = [...figuresOf(measures)];
  const parts = [counts(asking), ...figures.map((name) => figure(asking, name))];
  const tables = [
    stale(today),
    facts(today),
    ...(asksTasks(asking) ? [factsWithTasks(today, now)] : []),
    ...(figures.some(isTraded) ? [factsWithTrade(today)] : []),
  ];
  return sql`with ${sql.join(tables, sql`, `)} ${sql.join(parts, sql` union all `)}`;
};
