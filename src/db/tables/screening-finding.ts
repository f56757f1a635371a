import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant } from "./columns.js";
import { severity } from "./enums.js";
import { informationRecord } from "./information-record.js";

/** What screening on arrival noticed (SP8). Messages name fields and rules, never a value. */
export const screeningFinding = pgTable(
  "screening_finding",
  {
    id: id(),
    recordId: uuid("record_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    rule: text("rule").notNull(),
    severity: severity("severity").notNull(),
    field: text("field"),
    message: text("message").notNull(),
    clause: text("clause").notNull(),
    overriddenBy: uuid("overridden_by").references(() => account.id),
    overrideReason: text("override_reason"),
    foundAt: instant("found_at").notNull(),
  },
  (t) => [
    foreignKey({
      name: "screening_finding_record",
      columns: [t.recordId, t.customerId],
      foreignColumns: [informationRecord.id, informationRecord.customerId],
    }),
    check("screening_override", sql`(${t.overriddenBy} is null) = (${t.overrideReason} is null)`),
    index("screening_finding_record").on(t.recordId, t.id),
  ],
);
