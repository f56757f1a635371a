import { type SQL, sql } from "drizzle-orm";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import { asKey } from "./dimension-sql.js";

interface Asked {
  readonly name: StatisticsDimension;
  readonly subject: Subject;
  readonly value: SQL;
}

const texts = (given: readonly string[]): SQL => sql`any(${sql.param([...given])}::text[])`;

/** The year 0000 is no year to PostgreSQL. */
const MONTH = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;

const ofEnum = (type: string) => (value: SQL, given: readonly string[]) =>
  sql`${value} = any(array(select e from unnest(enum_range(null::${sql.raw(type)})) e where e::text = ${texts(given)}))`;

/** Of a million rows it is what is asked for that is converted, once, and not what they hold. */
const OF_RECORDS: Partial<Record<StatisticsDimension, (value: SQL, given: readonly string[]) => SQL>> = {
  CATEGORY: ofEnum("category_code"),
  RECORD_STATUS: ofEnum("record_status"),
  MONTH: (value, given) =>
    sql`${value} = any(${sql.param(given.filter((each) => MONTH.test(each)).map((each) => `${each}-01`))}::date[])`,
};

/** A branch is named by its code; everything else as the answer names it. */
export const conditionOf = ({ name, subject, value }: Asked, given: readonly string[]): SQL => {
  const ofRecords = subject === "RECORDS" ? OF_RECORDS[name] : undefined;
  if (ofRecords !== undefined) return ofRecords(value, given);
  return name === "BRANCH"
    ? sql`${value} in (select id from branch where code = ${texts(given)})`
    : sql`${asKey(name, value)} = ${texts(given)}`;
};
