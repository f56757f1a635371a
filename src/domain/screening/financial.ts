import type { Content } from "../content.js";
import { daysBetween } from "../local-date.js";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isCurrencyCode,
  isNegative,
  parseDecimal,
  subtractDecimals,
} from "../money.js";
import { rule, type ScreeningRule } from "./rule.js";

type Statement = Content<"FINANCIAL">;
type Rule = ScreeningRule<"FINANCIAL">;

/** Thirteen months: a first business year may be longer than twelve, and more is a slip. */
const LONGEST_PERIOD_DAYS = 396;

/** One cent: what rounding each figure to cents can leave. */
const TOLERANCE = parseDecimal("0.01") as Decimal;

const exceeds = (a: Decimal | null, b: Decimal | null): boolean =>
  a !== null && b !== null && compareDecimals(a, b) > 0;

const balances = ({ totalAssets, totalLiabilities, equity }: Statement): boolean => {
  if (totalAssets === null || totalLiabilities === null || equity === null) return true;
  const gap = subtractDecimals(totalAssets, addDecimals(totalLiabilities, equity));
  return compareDecimals((isNegative(gap) ? gap.slice(1) : gap) as Decimal, TOLERANCE) <= 0;
};

const period: Rule[] = [
  rule(
    "FINANCIAL.periodEnd.order",
    "ERROR",
    "periodEnd",
    "periodEnd is not after periodStart.",
    (r) => r.periodStart !== null && r.periodEnd !== null && r.periodEnd <= r.periodStart,
  ),
  rule(
    "FINANCIAL.periodEnd.future",
    "ERROR",
    "periodEnd",
    "periodEnd is in the future: the figures of a period are known when it is over.",
    (r, { today }) => r.periodEnd !== null && r.periodEnd > today,
  ),
  rule(
    "FINANCIAL.periodEnd.length",
    "WARNING",
    "periodEnd",
    "The period is longer than thirteen months.",
    (r) =>
      r.periodStart !== null && r.periodEnd !== null && daysBetween(r.periodStart, r.periodEnd) > LONGEST_PERIOD_DAYS,
  ),
];

// Equity, profits and cash flow may well be below zero; what one owns, owes, sells, pays or vouches for may not.
const neverNegative = (
  ["totalAssets", "totalLiabilities", "revenue", "mainRevenue", "taxPaid", "guaranteesGiven"] as const
).map(
  (field): Rule =>
    rule(`FINANCIAL.${field}.negative`, "ERROR", field, `${field} is negative, which is impossible.`, (r) =>
      isNegative(r[field] ?? ("0" as Decimal)),
    ),
);

const figures: Rule[] = [
  rule(
    "FINANCIAL.totalAssets.balance",
    "ERROR",
    "totalAssets",
    "The statement does not balance: totalAssets is not totalLiabilities plus equity.",
    (r) => !balances(r),
  ),
  rule(
    "FINANCIAL.mainRevenue.revenue",
    "WARNING",
    "mainRevenue",
    "mainRevenue is more than revenue, of which it is a part.",
    (r) => exceeds(r.mainRevenue, r.revenue),
  ),
  rule(
    "FINANCIAL.netProfit.tax",
    "WARNING",
    "netProfit",
    "netProfit is more than profitBeforeTax although tax was paid.",
    (r) => exceeds(r.taxPaid, "0" as Decimal) && exceeds(r.netProfit, r.profitBeforeTax),
  ),
];

export const FINANCIAL_RULES: readonly Rule[] = [
  ...period,
  ...neverNegative,
  ...figures,
  rule(
    "FINANCIAL.currency.form",
    "ERROR",
    "currency",
    "currency is malformed: ISO 4217 codes have three capital letters.",
    (r) => r.currency !== null && !isCurrencyCode(r.currency),
  ),
  rule(
    "FINANCIAL.auditor.audited",
    "WARNING",
    "auditor",
    "The statement is said to be audited, and names no auditor.",
    (r) => r.audited === true && r.auditor === null,
  ),
];
