import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { accessEvent as ae, accessRead as ar } from "../tables/access-event.js";
import { branch } from "../tables/branch.js";
import { conflict as x } from "../tables/conflict.js";
import { customer } from "../tables/customer.js";
import { informationRecord as r } from "../tables/information-record.js";
import { verificationTask as t } from "../tables/verification-task.js";
import { isReadable } from "./in-force.js";
import { namesAll } from "./names-all.js";
import type { FilterName, FilterShape } from "./shape.js";

const by = (column: PgColumn): FilterShape => ({
  kind: "value",
  read: (row) => row.of(column),
  type: column
    .getSQLType()
    .replace(/\(.*\)/, "")
    .replace("timestamp with time zone", "timestamptz"),
});

const ofCustomer = (customerId: PgColumn): FilterShape => ({
  kind: "related",
  of: "Customer",
  filter: "CustomerFilter",
  where: (row, parent) => sql`${row.of(customer.id)} = ${parent.of(customerId)}`,
});

const byFingerprint = (column: PgColumn): FilterShape => ({
  kind: "fingerprint",
  read: (row) => row.of(column),
  readable: isReadable,
});

export const FILTERS: Readonly<Record<FilterName, Readonly<Record<string, FilterShape>>>> = {
  CustomerFilter: {
    id: by(customer.id),
    code: by(customer.code),
    name: by(customer.name),
    uscc: by(customer.uscc),
    kind: by(customer.kind),
    importance: by(customer.importance),
    status: by(customer.status),
    region: by(customer.region),
    industry: by(customer.industry),
    branchCode: {
      kind: "value",
      type: "text",
      read: (row) => sql`(select fb.code from ${branch} fb where fb.id = ${row.of(customer.branchId)})`,
    },
    riskClass: by(customer.riskClass),
    creditRating: by(customer.creditRating),
    creditLimit: by(customer.creditLimit),
    revenue: by(customer.revenue),
    createdAt: by(customer.createdAt),
    updatedAt: by(customer.updatedAt),
  },
  InformationRecordFilter: {
    id: by(r.id),
    customerId: by(r.customerId),
    category: by(r.category),
    status: by(r.status),
    channel: by(r.channel),
    collectedById: by(r.collectedBy),
    collectedAt: by(r.collectedAt),
    recordedAt: by(r.recordedAt),
    validFrom: by(r.validFrom),
    validTo: by(r.validTo),
    idNumber: byFingerprint(r.idNumberLookup),
    bankAccount: byFingerprint(r.bankAccountLookup),
    customer: ofCustomer(r.customerId),
  },
  FinancialStatementFilter: {
    id: by(r.id),
    customerId: by(r.customerId),
    status: by(r.status),
    periodStart: by(r.periodStart),
    periodEnd: by(r.periodEnd),
    totalAssets: by(r.totalAssets),
    totalLiabilities: by(r.totalLiabilities),
    equity: by(r.equity),
    revenue: by(r.revenue),
    mainRevenue: by(r.mainRevenue),
    profitBeforeTax: by(r.profitBeforeTax),
    netProfit: by(r.netProfit),
    taxPaid: by(r.taxPaid),
    guaranteesGiven: by(r.guaranteesGiven),
    operatingCashFlow: by(r.operatingCashFlow),
    currency: by(r.currency),
    audited: by(r.audited),
    bankAccount: byFingerprint(r.bankAccountLookup),
    customer: ofCustomer(r.customerId),
  },
  TransactionFilter: {
    status: by(r.status),
    contractNumber: by(r.contractNumber),
    occurredOn: by(r.occurredOn),
    dueOn: by(r.dueOn),
    settledOn: by(r.settledOn),
    amount: by(r.amount),
    disputed: by(r.disputed),
  },
  VerificationTaskFilter: {
    id: by(t.id),
    customerId: by(t.customerId),
    category: by(t.category),
    status: by(t.status),
    method: by(t.method),
    cause: by(t.cause),
    priority: by(t.priority),
    assigneeId: by(t.assigneeId),
    dueAt: by(t.dueAt),
    createdAt: by(t.createdAt),
    customer: ofCustomer(t.customerId),
  },
  ConflictFilter: {
    id: by(x.id),
    open: { kind: "value", type: "boolean", read: (row) => sql`(${row.of(x.resolvedAt)} is null)` },
    category: by(x.category),
    customerId: by(x.customerId),
    openedAt: by(x.openedAt),
    customer: ofCustomer(x.customerId),
  },
  AccessEventFilter: {
    occurredAt: by(ae.occurredAt),
    accountId: by(ae.accountId),
    role: by(ae.role),
    purpose: by(ae.purpose),
    exit: by(ae.exit),
    outcome: by(ae.outcome),
    operationName: by(ae.operationName),
    operationHash: by(ae.operationHash),
    customerId: { kind: "member", read: (row) => row.of(ae.customers), type: "uuid" },
    namesAll: { kind: "value", type: "boolean", read: namesAll },
    reads: {
      kind: "related",
      of: "AccessRead",
      filter: "AccessReadFilter",
      where: (row, parent) => sql`${row.of(ar.pattern)} = ${parent.of(ae.pattern)}`,
    },
  },
  AccessReadFilter: {
    coordinate: by(ar.coordinate),
    use: by(ar.use),
    grade: by(ar.grade),
    level: by(ar.level),
  },
};
