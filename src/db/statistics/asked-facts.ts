import { type SQL, sql } from "drizzle-orm";
import { LIVE_TASK_STATUSES } from "../../domain/task.js";
import { literals } from "../tables/columns.js";
import { FACT_COLUMNS, reckonedFacts, reckonedTrade } from "./reckoned.js";
import { RECORD_FACT_COLUMNS, reckonedRecords } from "./reckoned-records.js";

/** The customers whose facts are not true: changed and not yet reckoned anew, or overtaken by the day. */
const STALE = sql.raw("select customer_id from stale");

export const stale = (today: SQL): SQL =>
  sql`stale as materialized (select customer_id from fact_queue union select customer_id from customer_fact where untrue_from <= ${today})`;

const COLUMNS = sql.raw(FACT_COLUMNS.map((name) => `f.${name}`).join(", "));

interface Joined {
  readonly columns: SQL;
  /** To the facts that are kept, and to those that are reckoned. */
  readonly kept: SQL;
  readonly fresh: SQL;
}

/**
 * What is stale is reckoned here and now, so that a report is exact at any moment. What is joined, is joined to each half
 * by itself: over the union of both the planner has no idea how many rows there are. It is left out as an array, of which
 * PostgreSQL takes few elements for granted: of a list it thinks too long for a hash it goes through all for every row.
 */
const factsWith = (name: string, { columns, kept, fresh }: Joined, today: SQL): SQL =>
  sql`${sql.raw(name)} as not materialized (select ${COLUMNS}${columns} from customer_fact f ${kept} where f.customer_id not in (select unnest(array(${STALE})))
    union all select ${COLUMNS}${columns} from (${reckonedFacts(STALE, today)}) f ${fresh})`;

const taskCounts = (now: SQL): SQL => {
  const open = sql`t.status in (${literals(LIVE_TASK_STATUSES)})`;
  return sql`count(*) as tasks, count(*) filter (where ${open}) as open, count(*) filter (where ${open} and t.due_at < ${now}) as overdue`;
};

export const facts = (today: SQL): SQL => factsWith("facts", { columns: sql``, kept: sql``, fresh: sql`` }, today);

export const factsWithTasks = (today: SQL, now: SQL): SQL =>
  factsWith(
    "worked",
    {
      columns: sql`, k.tasks, k.open, k.overdue`,
      kept: sql`left join (select t.customer_id, ${taskCounts(now)} from verification_task t group by t.customer_id) k on k.customer_id = f.customer_id`,
      fresh: sql`left join lateral (select ${taskCounts(now)} from verification_task t where t.customer_id = f.customer_id) k on true`,
    },
    today,
  );

/** A row a customer and currency it trades in. */
export const factsWithTrade = (today: SQL): SQL =>
  factsWith(
    "traded",
    {
      columns: sql`, d.currency as trade_currency, d.transaction_amount, d.settled_amount`,
      kept: sql`join customer_trade_fact d on d.customer_id = f.customer_id`,
      fresh: sql`join (${reckonedTrade(STALE)}) d on d.customer_id = f.customer_id`,
    },
    today,
  );

/** Months of another time zone are no months: all of them are reckoned anew. An array, as the planner counts on few of these. */
const STALE_RECORDS = sql.raw("select customer_id from stale_records");

/**
 * Two tables, `kept_records` and `fresh_records`: a row a customer, category, status and month, all rows of a customer in one of them. Of
 * their union the planner would not know how many groups it makes; and what is kept names no common table, or PostgreSQL would not share
 * the work among its processes.
 */
export const recordFactsApart = (timeZone: string): SQL => {
  const columns = sql.raw(RECORD_FACT_COLUMNS.map((name) => `f.${name}`).join(", "));
  return sql`stale_records as materialized (select customer_id from fact_queue union select unnest((select array_agg(id) from customer
      where not exists (select from fact_zone where time_zone = ${timeZone}::text)))),
    kept_records as not materialized (select ${columns} from customer_record_fact f where f.customer_id not in (select q from queued_customers() q)
      and (select count(*) from fact_zone where time_zone = ${timeZone}::text) = 1),
    fresh_records as not materialized (select ${columns} from (${reckonedRecords(STALE_RECORDS, timeZone)}) f)`;
};
