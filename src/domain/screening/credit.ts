import { CAP, isBetterRating, ratingOfScore } from "../credit.js";
import { addDays } from "../local-date.js";
import { isCurrencyCode, isNegative } from "../money.js";
import { rule, type ScreeningRule } from "./rule.js";

type Rule = ScreeningRule<"CREDIT">;

/** Credit is reviewed yearly. */
const REVIEW_DAYS = 366;

export const CREDIT_RULES: readonly Rule[] = [
  rule(
    "CREDIT.rating.score",
    "ERROR",
    "rating",
    "rating is better than score allows: AAA from 90, AA from 80, A from 70, B from 60, C from 40.",
    (r) => r.rating !== null && r.score !== null && isBetterRating(r.rating, ratingOfScore(r.score)),
  ),
  rule(
    "CREDIT.rating.cap",
    "ERROR",
    "rating",
    "rating is better than A although key data are incomplete or unverified: operation, finances and transactions.",
    (r, { keyDataVerified }) => keyDataVerified === false && r.rating !== null && isBetterRating(r.rating, CAP),
    "SP2",
  ),
  rule(
    "CREDIT.validUntil.past",
    "ERROR",
    "validUntil",
    "validUntil is not in the future: the assessment would never hold.",
    (r, { today }) => r.validUntil !== null && r.validUntil <= today,
  ),
  rule(
    "CREDIT.validUntil.review",
    "WARNING",
    "validUntil",
    "validUntil is more than a year away: credit is reviewed yearly.",
    (r, { today }) => r.validUntil !== null && r.validUntil > addDays(today, REVIEW_DAYS),
    "SP10",
  ),
  rule(
    "CREDIT.creditLimit.negative",
    "ERROR",
    "creditLimit",
    "creditLimit is negative, which is impossible.",
    (r) => r.creditLimit !== null && isNegative(r.creditLimit),
  ),
  rule(
    "CREDIT.creditLimit.currency",
    "ERROR",
    "creditLimit",
    "The currency of creditLimit is missing or malformed: ISO 4217 codes have three capital letters.",
    (r) => r.creditLimit !== null && !isCurrencyCode(r.creditLimitCurrency ?? ""),
  ),
  rule(
    "CREDIT.creditLimit.rating",
    "WARNING",
    "creditLimit",
    "A credit limit for a customer rated C or D takes a reason.",
    (r) => r.creditLimit !== null && Number(r.creditLimit) > 0 && (r.rating === "C" || r.rating === "D"),
  ),
];
