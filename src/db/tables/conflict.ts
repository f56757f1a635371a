import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant, version } from "./columns.js";
import { customer } from "./customer.js";
import { categoryCode, conflictResolution } from "./enums.js";
import { informationRecord } from "./information-record.js";

/** Two live records of one series that contradict each other over overlapping validity (SP8). */
export const conflict = pgTable(
  "conflict",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    category: categoryCode("category").notNull(),
    firstId: uuid("first_id").notNull(),
    secondId: uuid("second_id").notNull(),
    fields: text("fields").array().notNull(),
    resolution: conflictResolution("resolution"),
    reason: text("reason"),
    resolvedBy: uuid("resolved_by").references(() => account.id),
    resolvedAt: instant("resolved_at"),
    openedAt: instant("opened_at").notNull(),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: "conflict_first",
      columns: [t.firstId, t.customerId, t.category],
      foreignColumns: [informationRecord.id, informationRecord.customerId, informationRecord.category],
    }),
    foreignKey({
      name: "conflict_second",
      columns: [t.secondId, t.customerId, t.category],
      foreignColumns: [informationRecord.id, informationRecord.customerId, informationRecord.category],
    }),
    unique("conflict_pair").on(t.firstId, t.secondId),
    check("conflict_of_two", sql`${t.firstId} <> ${t.secondId}`),
    check(
      "conflict_resolution",
      sql`num_nulls(${t.resolution}, ${t.reason}, ${t.resolvedBy}, ${t.resolvedAt}) in (0, 4)`,
    ),
    index("conflict_opened").on(t.openedAt, t.id),
    index("conflict_customer").on(t.customerId, t.openedAt),
    index("conflict_first").on(t.firstId),
    index("conflict_second").on(t.secondId),
  ],
);
