import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { customer } from "../tables/customer.js";
import type { Row } from "./row.js";

/**
 * The customer a row belongs to: every table below a customer names it. Whatever a statement answers below its first rows
 * is of the same customer, so these are all it touches.
 */
export const customerOf = (table: PgTable, row: Row): SQL | undefined => {
  const column = table === customer ? customer.id : (table as unknown as { customerId?: PgColumn }).customerId;
  return column && row.of(column);
};
