import { sql } from "drizzle-orm";
import { accessEvent } from "../tables/access-event.js";
import { account } from "../tables/account.js";
import { conflict } from "../tables/conflict.js";
import { customer } from "../tables/customer.js";
import { informationRecord as r } from "../tables/information-record.js";
import { sharingAgreement } from "../tables/sharing-agreement.js";
import { verificationTask as t } from "../tables/verification-task.js";
import { isInForce } from "./in-force.js";
import type { ListName, ListShape } from "./shape.js";

const RECORDED = { column: r.recordedAt, type: "timestamptz" } as const;

/** The lists of the API. Typed lists of records show what is in force; the whole trail is `informationRecords`. */
export const LISTS: Readonly<Record<ListName, ListShape>> = {
  customers: {
    shape: "Customer",
    filter: "CustomerFilter",
    orders: {
      CODE: { column: customer.code, type: "text" },
      NAME: { column: customer.name, type: "text" },
      CREATED_AT: { column: customer.createdAt, type: "timestamptz" },
      UPDATED_AT: { column: customer.updatedAt, type: "timestamptz" },
      IMPORTANCE: { column: customer.importance, type: "importance" },
      REGION: { column: customer.region, type: "text", nullable: true },
      RISK_CLASS: { column: customer.riskClass, type: "risk_class", nullable: true },
      CREDIT_RATING: { column: customer.creditRating, type: "credit_rating", nullable: true },
      CREDIT_LIMIT: { column: customer.creditLimit, type: "numeric", nullable: true },
      REVENUE: { column: customer.revenue, type: "numeric", nullable: true },
    },
    defaultOrder: [{ field: "CODE", direction: "ASC" }],
  },
  informationRecords: {
    shape: "InformationRecord",
    filter: "InformationRecordFilter",
    orders: {
      RECORDED_AT: RECORDED,
      COLLECTED_AT: { column: r.collectedAt, type: "timestamptz" },
      VALID_FROM: { column: r.validFrom, type: "date" },
    },
    defaultOrder: [{ field: "RECORDED_AT", direction: "DESC" }],
  },
  financialStatements: {
    shape: "InformationRecord",
    where: (row, asOf) => sql`${row.of(r.category)} = 'FINANCIAL' and ${isInForce(row, asOf)}`,
    filter: "FinancialStatementFilter",
    orders: {
      PERIOD_END: { column: r.periodEnd, type: "date" },
      RECORDED_AT: RECORDED,
      REVENUE: { column: r.revenue, type: "numeric", nullable: true },
      TOTAL_ASSETS: { column: r.totalAssets, type: "numeric", nullable: true },
      NET_PROFIT: { column: r.netProfit, type: "numeric", nullable: true },
    },
    defaultOrder: [{ field: "PERIOD_END", direction: "DESC" }],
  },
  transactions: {
    shape: "InformationRecord",
    where: (row, asOf) => sql`${row.of(r.category)} = 'TRANSACTION' and ${isInForce(row, asOf)}`,
    filter: "TransactionFilter",
    orders: { RECORDED_AT: RECORDED },
    // Not by the day of the transaction: that is COMMERCIAL, and an order tells what it orders by.
    defaultOrder: [{ field: "RECORDED_AT", direction: "DESC" }],
  },
  feedback: {
    shape: "InformationRecord",
    where: (row, asOf) => sql`${row.of(r.category)} = 'FEEDBACK' and ${isInForce(row, asOf)}`,
    orders: { RECEIVED_ON: { column: r.receivedOn, type: "date" } },
    defaultOrder: [{ field: "RECEIVED_ON", direction: "DESC" }],
  },
  verificationTasks: {
    shape: "VerificationTask",
    filter: "VerificationTaskFilter",
    orders: {
      PRIORITY: { column: t.priority, type: "priority" },
      DUE_AT: { column: t.dueAt, type: "timestamptz" },
      CREATED_AT: { column: t.createdAt, type: "timestamptz" },
    },
    defaultOrder: [{ field: "CREATED_AT", direction: "DESC" }],
  },
  conflicts: {
    shape: "Conflict",
    filter: "ConflictFilter",
    orders: { OPENED_AT: { column: conflict.openedAt, type: "timestamptz" } },
    defaultOrder: [{ field: "OPENED_AT", direction: "DESC" }],
  },
  accessEvents: {
    shape: "AccessEvent",
    filter: "AccessEventFilter",
    orders: { OCCURRED_AT: { column: accessEvent.occurredAt, type: "timestamptz" } },
    defaultOrder: [{ field: "OCCURRED_AT", direction: "DESC" }],
  },
  accounts: {
    shape: "Account",
    orders: { USERNAME: { column: account.username, type: "text" } },
    defaultOrder: [{ field: "USERNAME", direction: "ASC" }],
  },
  sharingAgreements: {
    shape: "SharingAgreement",
    orders: { NUMBER: { column: sharingAgreement.number, type: "text" } },
    defaultOrder: [{ field: "NUMBER", direction: "ASC" }],
  },
  possibleDuplicates: {
    shape: "Customer",
    // A code is unique within a branch: whoever else has it is another branch's.
    where: (row) =>
      sql`exists (select 1 from ${customer} d where d.uscc = ${row.of(customer.uscc)} and d.id <> ${row.of(customer.id)})`,
    orders: { USCC: { column: customer.uscc, type: "text" } },
    defaultOrder: [{ field: "USCC", direction: "ASC" }],
  },
};
