import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LIVE_STATUSES } from "../../domain/record.js";
import { CIPHERTEXT_FORM } from "../encryption/ciphertext.js";
import { UNMADE } from "../encryption/last-four.js";
import { account } from "./account.js";
import { id, instant, literals, version } from "./columns.js";
import { consent } from "./consent.js";
import { contentChecks } from "./content/checks.js";
import { contactColumns } from "./content/contact.js";
import { creditColumns } from "./content/credit.js";
import { feedbackColumns } from "./content/feedback.js";
import { financialColumns } from "./content/financial.js";
import { operationColumns } from "./content/operation.js";
import { registrationColumns } from "./content/registration.js";
import { transactionColumns } from "./content/transaction.js";
import { customer } from "./customer.js";
import { categoryCode, channel, corroboration, legalBasis, recordStatus } from "./enums.js";
import { sharingAgreement } from "./sharing-agreement.js";

/** 0 in force, 1 a live candidate, null neither. A restricted record keeps its place: it hides its predecessor, too. */
const standing: SQL = sql.raw(
  ["status", "restricted_from"]
    .flatMap((column) => {
      const held = column === "status" ? "" : "status = 'RESTRICTED' and ";
      return [
        `when ${held}${column} = 'ARCHIVED' then 0`,
        `when ${held}${column} in (${LIVE_STATUSES.map((status) => `'${status}'`).join(", ")}) then 1`,
      ];
    })
    .reduce((all, branch) => `${all} ${branch}`, "case")
    .concat(" end"),
);

/** Without a fingerprint it has not been encrypted. */
const TO_ENCRYPT = ["id_number", "bank_account"]
  .map((column) => `${column} is not null and ${column}_lookup is null`)
  .join(" or ");

/** A migration has asked for another mask, which takes the value in clear. */
const TO_MASK = ["id_number", "bank_account"].map((column) => `${column}_masked = '${UNMADE}'`).join(" or ");

const STATEMENT_ORDERS = ["revenue", "totalAssets", "netProfit"] as const;

const STATEMENT_FILTERS = [
  ...STATEMENT_ORDERS,
  "periodStart",
  "totalLiabilities",
  "equity",
  "mainRevenue",
  "profitBeforeTax",
  "taxPaid",
  "guaranteesGiven",
  "operatingCashFlow",
] as const;

/** All categories in one table: the envelope, and each category's fields as typed columns. */
export const informationRecord = pgTable(
  "information_record",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    category: categoryCode("category").notNull(),
    /** Of the records of one series only one is in force: per customer, person, period or contract. */
    series: text("series").notNull(),
    status: recordStatus("status").notNull(),
    /** The status a restriction suspended, to come back to when it is lifted. */
    restrictedFrom: recordStatus("restricted_from"),
    standing: smallint("standing").generatedAlwaysAs(standing),
    corroboration: corroboration("corroboration").notNull().default("SELF_DECLARED"),

    channel: channel("channel").notNull(),
    subChannel: text("sub_channel"),
    party: text("party"),
    statedOn: date("stated_on"),
    reference: text("reference"),
    agreementId: uuid("agreement_id").references(() => sharingAgreement.id),
    tool: text("tool"),
    consentId: uuid("consent_id"),
    legalBasis: legalBasis("legal_basis"),

    collectedBy: uuid("collected_by")
      .notNull()
      .references(() => account.id),
    collectedAt: instant("collected_at").notNull(),
    // Valid time: true in the world. Recorded time: known to us, from recorded_at until superseded_at.
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    recordedAt: instant("recorded_at").notNull(),
    archivedAt: instant("archived_at"),
    supersededAt: instant("superseded_at"),
    approvedBy: uuid("approved_by").references(() => account.id),
    archivedBy: uuid("archived_by").references(() => account.id),
    returnReason: text("return_reason"),
    correctsId: uuid("corrects_id"),
    supersedesId: uuid("supersedes_id"),
    /** SHA-256 over the fingerprint of the content and the seal of what it supersedes: kept when the content is erased. */
    seal: text("seal"),
    /** SHA-256 over the salt and the content as it was archived (domain/sealed-content.ts). */
    contentHash: text("content_hash"),
    /** Erased with the content: without it nobody can try out what the content may have been. */
    sealSalt: text("seal_salt"),
    /** When it was held against the other live records of its series (SP8); null: still to be done, just after the write. */
    comparedAt: instant("compared_at"),
    /** Fingerprint of the row of a file this record was read from: the same row imported again by the same person changes nothing. */
    importKey: text("import_key"),
    version: version(),

    ...registrationColumns(),
    ...contactColumns(),
    ...operationColumns(),
    ...financialColumns(),
    ...transactionColumns(),
    ...creditColumns(),
    ...feedbackColumns(),
  },
  (t) => [
    ...contentChecks(t),
    unique("record_of_customer").on(t.id, t.customerId),
    unique("record_of_category").on(t.id, t.customerId, t.category),
    unique("record_import_key").on(t.customerId, t.importKey, t.collectedBy),
    foreignKey({
      name: "record_consent",
      columns: [t.consentId, t.customerId],
      foreignColumns: [consent.id, consent.customerId],
    }),
    foreignKey({
      name: "record_corrects",
      columns: [t.correctsId, t.customerId, t.category] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
      foreignColumns: [t.id, t.customerId, t.category] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
    }),
    foreignKey({
      name: "record_supersedes",
      columns: [t.supersedesId, t.customerId, t.category] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
      foreignColumns: [t.id, t.customerId, t.category] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
    }),
    check("record_validity", sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
    check("record_recorded_time", sql`${t.supersededAt} is null or ${t.supersededAt} >= ${t.recordedAt}`),
    check("record_restriction", sql`(${t.status} = 'RESTRICTED') = (${t.restrictedFrom} is not null)`),
    check(
      "record_in_force_is_archived",
      sql`${t.status} not in (${literals(["ARCHIVED", "SUPERSEDED"])}) or ${t.archivedAt} is not null`,
    ),
    check("record_archived_is_sealed", sql`${t.archivedAt} is null or ${t.seal} is not null`),
    // What is in clear is not taken: in a column of grade IDENTITY there is a ciphertext, with all that belongs to it.
    ...(["idNumber", "bankAccount"] as const).flatMap((field) => {
      const [stored, masked, lookup] = [t[field], t[`${field}Masked`], t[`${field}Lookup`]];
      return [
        check(`record_${stored.name}_encrypted`, sql`${stored} ~ ${sql.raw(`'${CIPHERTEXT_FORM}'`)}`),
        check(`record_${stored.name}_whole`, sql`num_nulls(${stored}, ${masked}, ${lookup}) in (0, 3)`),
      ];
    }),
    check(
      "record_salt_encrypted",
      sql`num_nonnulls(${t.idNumber}, ${t.bankAccount}) = 0 or ${t.sealSalt} is null or ${t.sealSalt} ~ ${sql.raw(`'${CIPHERTEXT_FORM}'`)}`,
    ),
    check("record_satisfaction_range", sql`${t.satisfaction} between 1 and 5`),
    check("record_score_range", sql`${t.score} between 0 and 100`),
    check("record_counts", sql`${t.employees} >= 0 and ${t.litigationCount} >= 0 and ${t.paymentTermDays} >= 0`),
    check("record_period", sql`${t.periodEnd} > ${t.periodStart}`),
    index("record_standing").on(t.customerId, t.category, t.standing, t.recordedAt, t.id),
    index("record_series").on(t.customerId, t.category, t.series, t.standing, t.recordedAt, t.id),
    index("record_trail").on(t.customerId, t.recordedAt, t.id),
    index("record_period_of_customer").on(t.customerId, t.periodEnd, t.id).where(sql`category = 'FINANCIAL'`),
    index("record_period_end").on(t.periodEnd, t.id).where(sql`category = 'FINANCIAL'`),
    ...STATEMENT_FILTERS.map((name) =>
      index(`record_statement_${t[name].name}`).on(t[name], t.id).where(sql`category = 'FINANCIAL'`),
    ),
    // Descending orders put null last, which an ascending index read backwards does not.
    ...STATEMENT_ORDERS.map((name) =>
      index(`record_statement_${t[name].name}_desc`)
        .on(t[name].desc().nullsLast(), t.id.desc().nullsFirst())
        .where(sql`category = 'FINANCIAL'`),
    ),
    index("record_occurred").on(t.customerId, t.occurredOn, t.id).where(sql`category = 'TRANSACTION'`),
    index("record_received").on(t.customerId, t.receivedOn, t.id).where(sql`category = 'FEEDBACK'`),
    index("record_status").on(t.status, t.recordedAt, t.id),
    index("record_category").on(t.category, t.recordedAt, t.id),
    index("record_recorded").on(t.recordedAt, t.id),
    index("record_collected").on(t.collectedAt, t.id),
    index("record_valid_from").on(t.validFrom, t.id),
    index("record_valid_to").on(t.validTo, t.id),
    index("record_channel").on(t.channel, t.recordedAt, t.id),
    index("record_collector").on(t.collectedBy, t.recordedAt, t.id),
    index("record_corrects").on(t.correctsId),
    index("record_supersedes").on(t.supersedesId),
    index("record_consent").on(t.consentId),
    // All that reports count of records, so that they need not read them.
    index("record_counted").on(t.customerId, t.category, t.status, t.corroboration, t.collectedAt),
    index("record_id_number_lookup").on(t.idNumberLookup).where(sql`id_number_lookup is not null`),
    index("record_bank_account_lookup").on(t.bankAccountLookup).where(sql`bank_account_lookup is not null`),
    // Of archives from before values were encrypted; empty otherwise.
    index("record_to_encrypt").on(t.id).where(sql.raw(TO_ENCRYPT)),
    // Of archives whose masks are to be made anew; empty otherwise.
    index("record_to_mask").on(t.id).where(sql.raw(TO_MASK)),
    index("record_to_compare").on(t.id).where(sql`compared_at is null`),
  ],
);
