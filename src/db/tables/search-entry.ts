import { sql } from "drizzle-orm";
import { customType, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { customer } from "./customer.js";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * How a customer is found (src/domain/search). A row of its own: figures and records of a customer change often, its
 * name seldom, and every new version of a row is written into all indexes of its table. Only PUBLIC facts stand here.
 */
export const searchEntry = pgTable(
  "search_entry",
  {
    customerId: uuid("customer_id")
      .primaryKey()
      .references(() => customer.id, { onDelete: "cascade" }),
    branchId: uuid("branch_id").notNull(),
    text: text("text").notNull(),
    lexemes: tsvector("lexemes").notNull(),
    // Any stretch of this order is a fair sample of all customers.
    spread: integer("spread").notNull().generatedAlwaysAs(sql`uuid_hash(customer_id)`),
  },
  // Two more, by `spread` and by branch and `spread`, have the text included (drizzle/0013_search_order.sql): drizzle cannot say so.
  (t) => [index("search_entry_lexemes").using("gin", t.lexemes)],
);
