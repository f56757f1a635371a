import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { customer } from "../../tables/customer.js";
import { isOnMyClaim } from "../bound.js";
import { REQUEST, type Row } from "../row.js";

/** What belongs to a customer exists for a branch when the customer does. */
export const ofCustomerInBranch =
  (customerId: PgColumn) =>
  (row: Row): SQL =>
    sql`exists (select 1 from ${customer} sc where sc.id = ${row.of(customerId)} and sc.branch_id = ${REQUEST.branch})`;

/** A claim opens just its records to whoever holds it, in whatever branch they are. */
export const ofRecordInBranch =
  (customerId: PgColumn, recordId: PgColumn) =>
  (row: Row): SQL =>
    sql`(${ofCustomerInBranch(customerId)(row)} or ${isOnMyClaim(row.of(recordId))})`;
