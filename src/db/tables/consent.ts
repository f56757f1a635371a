import { sql } from "drizzle-orm";
import { check, date, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant, version } from "./columns.js";
import { customer } from "./customer.js";
import { categoryCode, purpose } from "./enums.js";
import { MASK } from "./masks.js";

/** A person's consent, for purposes and categories (SP4). Withdrawn or expired it is kept, and covers nothing. */
export const consent = pgTable(
  "consent",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    personName: text("person_name").notNull(),
    personNameMasked: text("person_name_masked").generatedAlwaysAs(MASK.personName("person_name")),
    purposes: purpose("purposes").array().notNull(),
    categories: categoryCode("categories").array().notNull(),
    givenOn: date("given_on").notNull(),
    expiresOn: date("expires_on"),
    withdrawnOn: date("withdrawn_on"),
    withdrawalReason: text("withdrawal_reason"),
    reference: text("reference"),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => account.id),
    recordedAt: instant("recorded_at").notNull(),
    version: version(),
  },
  (t) => [
    unique("consent_of_customer").on(t.id, t.customerId),
    check("consent_for_something", sql`cardinality(${t.purposes}) > 0 and cardinality(${t.categories}) > 0`),
    check("consent_validity", sql`${t.expiresOn} is null or ${t.expiresOn} > ${t.givenOn}`),
    check("consent_withdrawal", sql`${t.withdrawnOn} is null or ${t.withdrawnOn} >= ${t.givenOn}`),
    index("consent_customer").on(t.customerId, t.givenOn),
  ],
);
