import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { LocalDate } from "../../domain/local-date.js";
import type { Session } from "../database.js";
import { FACT_COLUMNS, reckonedFacts, reckonedTrade } from "./reckoned.js";

/** Changes a transaction: a second's work. */
const BATCH = 2_000;

/** One at a time: of two that reckon one customer, the later in the queue must be the later to write. */
const ALONE = "select pg_try_advisory_xact_lock(hashtext('customer_fact')) as alone";

/** Taken first, reckoned after: what is written meanwhile has a row of its own in the queue. */
const TAKE = `with due as (delete from fact_queue where id in (select id from fact_queue order by id limit $1) returning customer_id)
select distinct customer_id as id from due`;

const UNTRUE = "select customer_id as id from customer_fact where untrue_from <= $1::date limit $2";

const dialect = new PgDialect();

const run = async (session: Session, query: SQL): Promise<void> => {
  const { sql: text, params } = dialect.sqlToQuery(query);
  await session.rows(text, params);
};

const write = async (session: Session, ids: readonly string[], today: LocalDate): Promise<void> => {
  const customers = sql`select unnest(${sql.param([...ids])}::uuid[])`;
  const set = FACT_COLUMNS.slice(1).map((name) => `${name} = excluded.${name}`);
  const columns = sql.raw(FACT_COLUMNS.join(", "));
  await run(
    session,
    sql`insert into customer_fact (${columns}) select ${columns} from (${reckonedFacts(customers, sql`${today}::date`)}) f
      on conflict (customer_id) do update set ${sql.raw(set.join(", "))}`,
  );
  await run(session, sql`delete from customer_trade_fact where customer_id in (${customers})`);
  await run(
    session,
    sql`insert into customer_trade_fact (customer_id, currency, transaction_amount, settled_amount) ${reckonedTrade(customers)}`,
  );
};

/** Reckons anew the facts of so many customers; whether there may be more. Another process that does it is left to it. */
export const refreshSomeFacts = async (session: Session, today: LocalDate): Promise<boolean> => {
  const [lock] = await session.rows<{ alone: boolean }>(ALONE, []);
  if (!lock?.alone) return false;
  const queued = await session.rows<{ id: string }>(TAKE, [BATCH]);
  const untrue = await session.rows<{ id: string }>(UNTRUE, [today, BATCH]);
  const ids = [...new Set([...queued, ...untrue].map(({ id }) => id))];
  if (ids.length > 0) await write(session, ids, today);
  return queued.length > 0 || untrue.length === BATCH;
};
