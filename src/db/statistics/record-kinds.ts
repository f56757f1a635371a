import { type SQL, sql } from "drizzle-orm";
import type { StatisticsDimension } from "../../domain/statistics/subject.js";
import { CATEGORIES, CATEGORY_BIT, caseOf, PAIRS, STATUS_BIT, STATUSES, STATUSES_A_CATEGORY } from "./record-pair.js";

/*
 * A kind of record, to a census: its category, its status and its month, as far as these are asked for. Without months it is the number of a
 * pair; with them so many times 63 more as there are days from 2000-01-01 to the first day of its month.
 */

const DAY_ZERO = "2000-01-01";
const DAY_MS = 86_400_000;

/** The pair of a row of record facts; what is not asked for counts as number 0. */
const pairSql = (asked: readonly StatisticsDimension[]): string => {
  const category = asked.includes("CATEGORY")
    ? caseOf("category", CATEGORY_BIT, (at) => at * STATUSES_A_CATEGORY)
    : "0";
  const status = asked.includes("RECORD_STATUS") ? caseOf("status", STATUS_BIT, (at) => at) : "0";
  return `(${category} + ${status})`;
};

const kindsSql = (asked: readonly StatisticsDimension[]): string => {
  if (!asked.includes("MONTH")) return `bit_or(1::bigint << ${pairSql(asked)})`;
  // By all three the rows of a customer differ anyway.
  const distinct = asked.includes("CATEGORY") && asked.includes("RECORD_STATUS") ? "" : "distinct ";
  return `array_agg(${distinct}${pairSql(asked)} + ${PAIRS} * (month - date '${DAY_ZERO}'))`;
};

/** A table `records_of`: the kinds of records a customer has, as bits; as a list of numbers where months are asked for. */
export const recordsOf = (asked: readonly StatisticsDimension[]): SQL => {
  const half = (from: string) => `select customer_id, ${kindsSql(asked)} as kinds from ${from} group by customer_id`;
  return sql.raw(`records_of as (${half("kept_records")} union all ${half("fresh_records")})`);
};

/** The kinds of `records_of` as a list of numbers. */
export const kindNumbers = (asked: readonly StatisticsDimension[]): SQL =>
  sql.raw(
    asked.includes("MONTH")
      ? "records_of.kinds"
      : `(select array_agg(pair) from generate_series(0, ${PAIRS - 1}) pair where records_of.kinds >> pair & 1 = 1)`,
  );

const named = <K extends string>(names: readonly K[], bits: Readonly<Record<K, number>>, at: number): K | null =>
  names.find((name) => bits[name] === at) ?? null;

/** What a kind by this number is, by the dimensions asked for. */
export const kindOfNumber = (asked: readonly StatisticsDimension[], number: number): (string | null)[] => {
  // Before the year 2000 numbers are negative.
  const pair = ((number % PAIRS) + PAIRS) % PAIRS;
  const month = new Date(Date.parse(DAY_ZERO) + ((number - pair) / PAIRS) * DAY_MS);
  const of: Partial<Record<StatisticsDimension, string | null>> = {
    CATEGORY: named(CATEGORIES, CATEGORY_BIT, Math.floor(pair / STATUSES_A_CATEGORY)),
    RECORD_STATUS: named(STATUSES, STATUS_BIT, pair % STATUSES_A_CATEGORY),
    MONTH: month.toISOString().slice(0, 7),
  };
  return asked.map((name) => of[name] ?? null);
};
