import { sql } from "drizzle-orm";
import type { LocalDate } from "../../domain/local-date.js";
import type { Session } from "../database.js";
import { rowsOf } from "../sql-parts.js";
import { FACT_COLUMNS, reckonedFacts, reckonedTrade } from "./reckoned.js";
import { RECORD_FACT_COLUMNS, reckonedRecords } from "./reckoned-records.js";

/** Changes a transaction: a second's work. */
const BATCH = 2_000;

/** One at a time: of two that reckon one customer, the later in the queue must be the later to write. */
const ALONE = "select pg_try_advisory_xact_lock(hashtext('customer_fact')) as alone";

/** Taken first, reckoned after: what is written meanwhile has a row of its own in the queue. */
const TAKE = `with due as (delete from fact_queue where id in (select id from fact_queue order by id limit $1) returning customer_id)
select distinct customer_id as id from due`;

const UNTRUE = "select customer_id as id from customer_fact where untrue_from <= $1::date limit $2";

/** The business day and the time zone it is a day of. */
export interface Day {
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** Months are of a time zone: with another one all facts are to be reckoned anew. */
const keepZone = async ({ rows }: Session, timeZone: string): Promise<void> => {
  const same = await rows("select time_zone from fact_zone where time_zone = $1", [timeZone]);
  if (same.length > 0) return;
  await rows("delete from fact_zone", []);
  await rows("insert into fact_zone (time_zone) values ($1)", [timeZone]);
  await rows("insert into fact_queue (customer_id) select id from customer", []);
};

const write = async (session: Session, ids: readonly string[], { today, timeZone }: Day): Promise<void> => {
  const customers = sql`select unnest(${sql.param([...ids])}::uuid[])`;
  const set = FACT_COLUMNS.slice(1).map((name) => `${name} = excluded.${name}`);
  const columns = sql.raw(FACT_COLUMNS.join(", "));
  await rowsOf(
    session,
    sql`insert into customer_fact (${columns}) select ${columns} from (${reckonedFacts(customers, sql`${today}::date`)}) f
      on conflict (customer_id) do update set ${sql.raw(set.join(", "))}`,
  );
  await rowsOf(session, sql`delete from customer_trade_fact where customer_id in (${customers})`);
  await rowsOf(
    session,
    sql`insert into customer_trade_fact (customer_id, currency, transaction_amount, settled_amount) ${reckonedTrade(customers)}`,
  );
  const ofRecords = sql.raw(RECORD_FACT_COLUMNS.join(", "));
  await rowsOf(session, sql`delete from customer_record_fact where customer_id in (${customers})`);
  await rowsOf(session, sql`insert into customer_record_fact (${ofRecords}) ${reckonedRecords(customers, timeZone)}`);
};

/** Reckons anew the facts of so many customers; whether there may be more. Another process that does it is left to it. */
export const refreshSomeFacts = async (session: Session, day: Day): Promise<boolean> => {
  const [lock] = await session.rows<{ alone: boolean }>(ALONE, []);
  if (!lock?.alone) return false;
  await keepZone(session, day.timeZone);
  const queued = await session.rows<{ id: string }>(TAKE, [BATCH]);
  const untrue = await session.rows<{ id: string }>(UNTRUE, [day.today, BATCH]);
  const ids = [...new Set([...queued, ...untrue].map(({ id }) => id))];
  if (ids.length > 0) await write(session, ids, day);
  return queued.length > 0 || untrue.length === BATCH;
};
