import { date, integer, numeric, text } from "drizzle-orm/pg-core";
import { amount } from "../columns.js";
import { creditRating } from "../enums.js";
import { MASK } from "../masks.js";

export const creditColumns = () => ({
  rating: creditRating("rating"),
  score: numeric("score", { precision: 5, scale: 2 }),
  creditLimit: amount("credit_limit"),
  creditLimitCurrency: text("credit_limit_currency"),
  paymentTermDays: integer("payment_term_days"),
  validUntil: date("valid_until"),
  rationale: text("rationale"),
  scorecardVersion: text("scorecard_version"),
  creditLimitBand: text("credit_limit_band").generatedAlwaysAs(MASK.band("credit_limit")),
});
