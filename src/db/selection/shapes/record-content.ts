import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { IDENTITY_FIELDS } from "../../encryption/record-values.js";
import type { EncryptedColumn } from "../../encryption/vault.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { content, encryptedContent, money } from "../leaves.js";
import { REQUEST } from "../row.js";
import type { FieldShape } from "../shape.js";

const figure = (name: FigureName): FieldShape => money(r[name], r.currency, r[`${name}Band`]);

const identity = (column: PgColumn, mask: PgColumn, place: EncryptedColumn): FieldShape =>
  encryptedContent(column, mask, { row: r.id, place });

const FIGURES = [
  "totalAssets",
  "totalLiabilities",
  "equity",
  "revenue",
  "mainRevenue",
  "profitBeforeTax",
  "netProfit",
  "taxPaid",
  "guaranteesGiven",
  "operatingCashFlow",
] as const;

type FigureName = (typeof FIGURES)[number];

/** The content of all categories: no two of them share a field name, so one row can be read for any of them. */
export const RECORD_CONTENT: Readonly<Record<string, FieldShape>> = {
  legalName: content(r.legalName),
  uscc: content(r.uscc),
  legalRepresentative: content(r.legalRepresentative),
  registeredCapital: money(r.registeredCapital, r.registeredCapitalCurrency, r.registeredCapitalBand),
  establishedOn: content(r.establishedOn),
  companyType: content(r.companyType),
  registrationRegion: content(r.registrationRegion),
  registeredAddress: content(r.registeredAddress),
  businessScope: content(r.businessScope),
  industry: content(r.industry),
  operatingStatus: content(r.operatingStatus),

  personName: content(r.personName, r.personNameMasked),
  position: content(r.position),
  mobile: content(r.mobile, r.mobileMasked),
  landline: content(r.landline),
  email: content(r.email, r.emailMasked),
  postalAddress: content(r.postalAddress, r.postalAddressMasked),
  idNumber: identity(r.idNumber, r.idNumberMasked, IDENTITY_FIELDS.idNumber),

  premises: content(r.premises),
  mainProducts: content(r.mainProducts),
  mainMarkets: content(r.mainMarkets),
  marketPosition: content(r.marketPosition),
  competition: content(r.competition),
  operatingState: content(r.operatingState),
  litigationCount: content(r.litigationCount),
  employees: content(r.employees),

  periodStart: content(r.periodStart),
  periodEnd: content(r.periodEnd),
  ...Object.fromEntries(FIGURES.map((name) => [name, figure(name)])),
  currency: content(r.currency),
  audited: content(r.audited),
  auditor: content(r.auditor),
  bankAccount: identity(r.bankAccount, r.bankAccountMasked, IDENTITY_FIELDS.bankAccount),

  contractNumber: content(r.contractNumber),
  occurredOn: content(r.occurredOn),
  dueOn: content(r.dueOn),
  settledOn: content(r.settledOn),
  amount: money(r.amount, r.amountCurrency, r.amountBand),
  settledAmount: money(r.settledAmount, r.amountCurrency, r.settledAmountBand),
  // Computed as of today, never stored: it grows by itself.
  overdueDays: {
    kind: "leaf",
    content: true,
    read: (row) => sql`greatest(0, coalesce(${row.of(r.settledOn)}, ${REQUEST.today}) - ${row.of(r.dueOn)})`,
  },
  disputed: content(r.disputed),
  performance: content(r.performance),

  rating: content(r.rating),
  score: content(r.score),
  creditLimit: money(r.creditLimit, r.creditLimitCurrency, r.creditLimitBand),
  paymentTermDays: content(r.paymentTermDays),
  validUntil: content(r.validUntil),
  rationale: content(r.rationale),
  scorecardVersion: content(r.scorecardVersion),

  receivedOn: content(r.receivedOn),
  kind: content(r.kind),
  satisfaction: content(r.satisfaction),
  text: content(r.text),
  resolution: content(r.resolution),
  resolvedOn: content(r.resolvedOn),
};
