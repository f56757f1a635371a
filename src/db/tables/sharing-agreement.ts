import { sql } from "drizzle-orm";
import { check, date, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.js";
import { purpose } from "./enums.js";

/** The terms under which a partner shares data (SP6, SP12). */
export const sharingAgreement = pgTable(
  "sharing_agreement",
  {
    id: id(),
    number: text("number").notNull().unique(),
    partner: text("partner").notNull(),
    purposes: purpose("purposes").array().notNull(),
    startsOn: date("starts_on").notNull(),
    expiresOn: date("expires_on").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [check("agreement_term", sql`${t.expiresOn} > ${t.startsOn}`)],
);
