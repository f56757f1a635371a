import { bigint, date, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { customer } from "./customer.js";
import { categoryCode, recordStatus } from "./enums.js";

/**
 * What reports over records add up, one row a customer, category, status and month; kept as `customer_fact` is. To count a
 * customer once in every total takes longest of all, so it is reckoned beforehand: which rows of the customer come before a row.
 * It is counted where none of them passes.
 */
export const customerRecordFact = pgTable(
  "customer_record_fact",
  {
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id, { onDelete: "cascade" }),
    category: categoryCode("category").notNull(),
    status: recordStatus("status").notNull(),
    /** The first day of the month they were collected in, by the business day of `fact_zone`. */
    month: date("month").notNull(),
    records: integer("records").notNull(),
    /** Corroborated as the category demands: of two, and of one to two persons. */
    verified: integer("verified").notNull(),
    verifiedSmall: integer("verified_small").notNull(),
    /** What the rows of the customer before this one are, in bits: statistics/first-of.ts. All of them … */
    earlier: bigint("earlier", { mode: "bigint" }).notNull(),
    /** … those of the same month … */
    earlierInMonth: bigint("earlier_in_month", { mode: "bigint" }).notNull(),
    /** … and those of the same category, or the same status. */
    earlierAlike: bigint("earlier_alike", { mode: "bigint" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.category, t.status, t.month] })],
);

/** The time zone of the months in `customer_record_fact`: one row, none before they are first rolled up. */
export const factZone = pgTable("fact_zone", { timeZone: text("time_zone").primaryKey() });
