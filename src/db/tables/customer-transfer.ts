import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { branch } from "./branch.js";
import { id, instant } from "./columns.js";
import { customer } from "./customer.js";

/** Which branches a customer has been with, who moved it and why. */
export const customerTransfer = pgTable(
  "customer_transfer",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    fromBranchId: uuid("from_branch_id")
      .notNull()
      .references(() => branch.id),
    toBranchId: uuid("to_branch_id")
      .notNull()
      .references(() => branch.id),
    reason: text("reason").notNull(),
    transferredBy: uuid("transferred_by")
      .notNull()
      .references(() => account.id),
    transferredAt: instant("transferred_at").notNull(),
  },
  (t) => [
    check("transfer_moves", sql`${t.fromBranchId} <> ${t.toBranchId}`),
    index("transfer_customer").on(t.customerId, t.transferredAt),
  ],
);
