import { date, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AnsweredReport } from "../../domain/statistics/answered.js";
import { instant } from "./columns.js";

/**
 * Reports a viewer was answered, as they were asked for: what the next one is held against. No figure of them is kept, and no
 * account is named by a foreign key, as in the read ledger.
 */
export const answeredReport = pgTable(
  "answered_report",
  {
    accountId: uuid("account_id").notNull(),
    /** SHA-256 of what was asked for. */
    hash: text("hash").notNull(),
    report: jsonb("report").$type<AnsweredReport>().notNull(),
    answeredAt: instant("answered_at").notNull(),
    /** The business day it was held against the others last. */
    comparedOn: date("compared_on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.hash] })],
);
