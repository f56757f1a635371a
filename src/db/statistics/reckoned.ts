import { type SQL, sql } from "drizzle-orm";
import { completenessSql } from "./completeness-sql.js";
import { isHeld, isVerified } from "./verified.js";

/** Columns of `customer_fact`, in the order both forms of a fact have them. */
const FIGURE_COLUMNS = [
  "currency",
  "total_assets",
  "total_liabilities",
  "equity",
  "revenue",
  "main_revenue",
  "profit_before_tax",
  "net_profit",
  "tax_paid",
  "guarantees_given",
  "operating_cash_flow",
] as const;

export const FACT_COLUMNS: readonly string[] = [
  "customer_id",
  "branch_id",
  "kind",
  "importance",
  "status",
  "region",
  "industry",
  "credit_rating",
  "records",
  "held",
  "verified",
  "verified_small",
  "completeness",
  ...FIGURE_COLUMNS,
  "employees",
  "credit_limit",
  "credit_limit_currency",
  "credit_score",
  "satisfaction",
  "untrue_from",
];

/** Of a category only what is archived and in force: the newest; restricted or over, it yields nothing, and no predecessor either. */
const newest = (category: string, columns: readonly string[], order: string, today: SQL): SQL => {
  const held = (name: string) =>
    sql`case when r.status = 'ARCHIVED' and (r.valid_to is null or r.valid_to > ${today}) then r.${sql.raw(name)} end as ${sql.raw(name)}`;
  return sql`left join lateral (select ${sql.join(columns.map(held), sql`, `)}
    from information_record r where r.customer_id = c.id and r.category = ${sql.raw(`'${category}'`)} and r.standing = 0
    order by ${sql.raw(order)}r.recorded_at desc, r.id desc limit 1) ${sql.raw(category.toLowerCase())} on true`;
};

const counts = sql`cross join lateral (select count(*)::int as records, (count(*) filter (where ${isHeld}))::int as held,
    (count(*) filter (where ${isHeld} and ${isVerified("strict")}))::int as verified,
    (count(*) filter (where ${isHeld} and ${isVerified("small")}))::int as verified_small
  from information_record r where r.customer_id = c.id) counts`;

const satisfaction =
  sql.raw(`left join lateral (select avg(r.satisfaction)::numeric(24, 4) as satisfaction from information_record r
  where r.customer_id = c.id and r.category = 'FEEDBACK' and r.status = 'ARCHIVED') feedback on true`);

const turn = (today: SQL): SQL => sql`left join lateral (select least(
    min(r.valid_from) filter (where r.valid_from > ${today}), min(r.valid_to) filter (where r.valid_to > ${today})) as untrue_from
  from information_record r where r.customer_id = c.id and r.standing = 0) turn on true`;

/** The facts of customers, reckoned from their records as these stand: the rows `customer_fact` is to have. */
export const reckonedFacts = (customers: SQL, today: SQL): SQL => sql`
  select c.id as customer_id, c.branch_id, c.kind, c.importance, c.status, c.region, c.industry, c.credit_rating,
    counts.records, counts.held, counts.verified, counts.verified_small, ${completenessSql(today)} as completeness,
    ${sql.raw(FIGURE_COLUMNS.map((name) => `financial.${name}`).join(", "))},
    operation.employees::numeric(24, 4) as employees, credit.credit_limit, credit.credit_limit_currency,
    credit.score::numeric(24, 4) as credit_score, feedback.satisfaction, turn.untrue_from
  from customer c ${counts} ${newest("FINANCIAL", FIGURE_COLUMNS, "r.period_end desc, ", today)} ${newest("OPERATION", ["employees"], "", today)}
  ${newest("CREDIT", ["credit_limit", "credit_limit_currency", "score"], "", today)} ${satisfaction} ${turn(today)}
  where c.id in (${customers})`;

/** The same of the archived transactions in force, one row a customer and currency. */
export const reckonedTrade = (customers: SQL): SQL => sql`
  select r.customer_id, r.amount_currency as currency, sum(r.amount)::numeric(24, 4) as transaction_amount,
    sum(r.settled_amount)::numeric(24, 4) as settled_amount
  from information_record r where r.category = 'TRANSACTION' and r.status = 'ARCHIVED' and r.customer_id in (${customers})
  group by r.customer_id, r.amount_currency`;
