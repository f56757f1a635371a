import { type SQL, sql } from "drizzle-orm";
import { CategoryCode } from "../../domain/category-code.js";
import { namesOf } from "../../domain/enumeration.js";
import { RecordStatus } from "../../domain/record.js";
import type { StatisticsDimension } from "../../domain/statistics/subject.js";

const CATEGORIES = namesOf(CategoryCode);
const STATUSES = namesOf(RecordStatus);
/** Of categories and statuses: 63, and so many bits has a number of PostgreSQL that is not negative. */
const PAIRS = CATEGORIES.length * STATUSES.length;
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

const placeIn = (column: string, names: readonly string[], width: number): string =>
  `case ${column} ${names.map((name, i) => `when '${name}' then ${i * width}`).join(" ")} end`;

/** Which pair of category and status a row of record facts is: what is not asked for counts as the first. */
const pairOf = (asked: readonly StatisticsDimension[]): SQL =>
  sql.raw(
    `(${asked.includes("CATEGORY") ? placeIn("category", CATEGORIES, STATUSES.length) : "0"}) + (${
      asked.includes("RECORD_STATUS") ? placeIn("status", STATUSES, 1) : "0"
    })`,
  );

/**
 * A table `records_of`: by customer the kinds of records there are, as bits, or as a list where months are told apart. Only of what is kept PostgreSQL
 * has to look at many rows, and shares the work.
 */
export const recordsOf = (asked: readonly StatisticsDimension[]): SQL => {
  const pair = pairOf(asked);
  const kinds = asked.includes("MONTH")
    ? sql`array_agg(${pair} + ${sql.raw(String(PAIRS))} * (month - date '2000-01-01'))`
    : sql`bit_or(1::bigint << (${pair}))`;
  const half = (from: string) => sql`select customer_id, ${kinds} as kinds from ${sql.raw(from)} group by customer_id`;
  return sql`records_of as (${half("kept_records")} union all ${half("fresh_records")})`;
};

/** The kinds of `records_of` as a list of numbers. */
export const kindNumbers = (asked: readonly StatisticsDimension[]): SQL =>
  asked.includes("MONTH")
    ? sql`records_of.kinds`
    : sql`(select array_agg(place) from generate_series(0, ${sql.raw(String(PAIRS - 1))}) place where records_of.kinds >> place & 1 = 1)`;

/** What a kind by this number is, by the dimensions asked for. */
export const kindOfNumber = (asked: readonly StatisticsDimension[], number: number): (string | null)[] => {
  const pair = ((number % PAIRS) + PAIRS) % PAIRS;
  const month = new Date(FIRST_DAY + ((number - pair) / PAIRS) * DAY_MS).toISOString().slice(0, 7);
  const of: Partial<Record<StatisticsDimension, string | undefined>> = {
    CATEGORY: CATEGORIES[Math.floor(pair / STATUSES.length)],
    RECORD_STATUS: STATUSES[pair % STATUSES.length],
    MONTH: month,
  };
  return asked.map((name) => of[name] ?? null);
};
