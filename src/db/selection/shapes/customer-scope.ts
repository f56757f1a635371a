import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { customer } from "../../tables/customer.js";
import { REQUEST, type Row } from "../row.js";

/** What belongs to a customer exists for a branch when the customer does. */
export const ofCustomerInBranch =
  (customerId: PgColumn) =>
  (row: Row): SQL =>
    sql`exists (select 1 from ${customer} sc where sc.id = ${row.of(customerId)} and sc.branch_id = ${REQUEST.branch})`;
