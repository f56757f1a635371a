import { sql } from "drizzle-orm";
import { check, date, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant, version } from "./columns.js";
import { purpose } from "./enums.js";

/** The terms under which a partner shares data (SP6, SP12). Ended or expired it is kept: records stand on it. */
export const sharingAgreement = pgTable(
  "sharing_agreement",
  {
    id: id(),
    /** Of all partners' agreements: a source names its agreement by it. */
    number: text("number").notNull().unique("sharing_agreement_number_unique"),
    partner: text("partner").notNull(),
    purposes: purpose("purposes").array().notNull(),
    startsOn: date("starts_on").notNull(),
    expiresOn: date("expires_on").notNull(),
    endedOn: date("ended_on"),
    endReason: text("end_reason"),
    endedBy: uuid("ended_by").references(() => account.id),
    /** Null: it was there before agreements were recorded by anybody. */
    recordedBy: uuid("recorded_by").references(() => account.id),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    check("agreement_term", sql`${t.expiresOn} > ${t.startsOn}`),
    check(
      "agreement_end",
      sql`(${t.endedOn} is null) = (${t.endReason} is null) and (${t.endedOn} is null) = (${t.endedBy} is null)`,
    ),
  ],
);
