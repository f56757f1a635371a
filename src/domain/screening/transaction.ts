import type { Content } from "../content.js";
import { compareDecimals, type Decimal, isCurrencyCode, isNegative } from "../money.js";
import { rule, type ScreeningRule } from "./rule.js";

type Transaction = Content<"TRANSACTION">;
type Rule = ScreeningRule<"TRANSACTION">;

const ZERO = "0" as Decimal;

const compared = ({ amount, settledAmount }: Transaction): number | null =>
  amount === null || settledAmount === null ? null : compareDecimals(settledAmount, amount);

const days: Rule[] = [
  rule(
    "TRANSACTION.occurredOn.future",
    "ERROR",
    "occurredOn",
    "occurredOn is in the future: a transaction is kept once it has happened.",
    (r, { today }) => r.occurredOn !== null && r.occurredOn > today,
  ),
  rule(
    "TRANSACTION.dueOn.order",
    "WARNING",
    "dueOn",
    "dueOn is before occurredOn; right for a payment in advance only.",
    (r) => r.dueOn !== null && r.occurredOn !== null && r.dueOn < r.occurredOn,
  ),
  rule(
    "TRANSACTION.settledOn.order",
    "WARNING",
    "settledOn",
    "settledOn is before occurredOn; right for a payment in advance only.",
    (r) => r.settledOn !== null && r.occurredOn !== null && r.settledOn < r.occurredOn,
  ),
  rule(
    "TRANSACTION.settledOn.future",
    "ERROR",
    "settledOn",
    "settledOn is in the future: what is still to be paid is not settled.",
    (r, { today }) => r.settledOn !== null && r.settledOn > today,
  ),
];

const amounts: Rule[] = [
  rule(
    "TRANSACTION.amount.negative",
    "ERROR",
    "amount",
    "amount is negative, which is impossible; what came back is another transaction.",
    (r) => isNegative(r.amount ?? ZERO),
  ),
  rule(
    "TRANSACTION.settledAmount.negative",
    "ERROR",
    "settledAmount",
    "settledAmount is negative, which is impossible.",
    (r) => isNegative(r.settledAmount ?? ZERO),
  ),
  rule(
    "TRANSACTION.settledAmount.more",
    "WARNING",
    "settledAmount",
    "settledAmount is more than amount.",
    (r) => (compared(r) ?? 0) > 0,
  ),
  rule(
    "TRANSACTION.settledAmount.less",
    "WARNING",
    "settledAmount",
    "The transaction is said to be settled, and settledAmount is less than amount.",
    (r) => r.settledOn !== null && (compared(r) ?? 0) < 0,
  ),
  rule(
    "TRANSACTION.settledOn.paid",
    "WARNING",
    "settledOn",
    "settledAmount is all of amount, and settledOn is not named.",
    (r) => r.settledOn === null && compared(r) === 0 && r.amount !== null && compareDecimals(r.amount, ZERO) > 0,
  ),
  rule(
    "TRANSACTION.amountCurrency.form",
    "ERROR",
    "amountCurrency",
    "The currency of amount is malformed: ISO 4217 codes have three capital letters.",
    (r) => r.amountCurrency !== null && !isCurrencyCode(r.amountCurrency),
  ),
];

export const TRANSACTION_RULES: readonly Rule[] = [
  ...days,
  ...amounts,
  rule(
    "TRANSACTION.performance.disputed",
    "WARNING",
    "performance",
    "The transaction is disputed, and performance does not say what about.",
    (r) => r.disputed === true && r.performance === null,
  ),
];
