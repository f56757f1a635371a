import { type SQL, sql } from "drizzle-orm";
import { type CreditRating, RISK_CLASS_OF } from "../../domain/credit.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";

const riskClass = `case c.credit_rating ${(Object.keys(RISK_CLASS_OF) as CreditRating[])
  .map((rating) => `when '${rating}' then '${RISK_CLASS_OF[rating]}'`)
  .join(" ")} end`;

/** Of a customer (alias `c`, of `customer` or of `customer_fact`), a record fact (`r`) or a task (`t`). */
const EXPRESSIONS = {
  BRANCH: "c.branch_id",
  PROVINCE: "left(c.region, 2)",
  CITY: "left(c.region, 4)",
  INDUSTRY_SECTION: "left(c.industry, 1)",
  KIND: "c.kind",
  IMPORTANCE: "c.importance",
  STATUS: "c.status",
  RISK_CLASS: riskClass,
  RATING: "c.credit_rating",
  CATEGORY: { RECORDS: "r.category", TASKS: "t.category" },
  MONTH: { RECORDS: "r.month", TASKS: "t.created_at" },
  RECORD_STATUS: "r.status",
  TASK_METHOD: "t.method",
  TASK_STATUS: "t.status",
  TASK_CAUSE: "t.cause",
} as const satisfies Record<StatisticsDimension, string | Record<"RECORDS" | "TASKS", string>>;

/** How a dimension is read; months by the business day. */
export const dimensionSql = (dimension: StatisticsDimension, subject: Subject, timeZone: string): SQL => {
  const expression = EXPRESSIONS[dimension];
  const text = typeof expression === "string" ? expression : expression[subject === "TASKS" ? "TASKS" : "RECORDS"];
  return dimension === "MONTH" && subject === "TASKS"
    ? sql`date_trunc('month', ${sql.raw(text)} at time zone ${timeZone}::text)`
    : sql.raw(text);
};

/** A value of a dimension as the answer has it. */
export const asKey = (dimension: StatisticsDimension, value: SQL): SQL =>
  dimension === "MONTH" ? sql`to_char(${value}, 'YYYY-MM')` : sql`${value}::text`;
