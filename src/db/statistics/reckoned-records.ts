import { type SQL, sql } from "drizzle-orm";
import { EARLIER_ROWS, OWN_BITS } from "./first-of.js";
import { isHeld, isVerified } from "./verified.js";

/** Columns of `customer_record_fact`, in the order both forms of a fact have them. */
export const RECORD_FACT_COLUMNS: readonly string[] = [
  "customer_id",
  "category",
  "status",
  "month",
  "records",
  "verified",
  "verified_small",
  "earlier",
  "earlier_in_month",
  "earlier_alike",
];

/** The record facts of customers, reckoned from their records as these stand: the rows `customer_record_fact` is to have. */
export const reckonedRecords = (customers: SQL, timeZone: string): SQL => sql`
  select customer_id, category, status, month, records, verified, verified_small, ${EARLIER_ROWS} from (select g.*, ${OWN_BITS} from (
    select r.customer_id, r.category, r.status, date_trunc('month', r.collected_at at time zone ${timeZone}::text)::date as month,
      count(*)::int as records, (count(*) filter (where ${isHeld} and ${isVerified("strict")}))::int as verified,
      (count(*) filter (where ${isHeld} and ${isVerified("small")}))::int as verified_small
    from information_record r where r.customer_id in (${customers}) group by 1, 2, 3, 4) g) b`;
