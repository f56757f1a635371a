import type { Figure } from "../../domain/statistics/measure.js";

/** Where a figure stands in the facts, and where its currency does: null for what is no money. */
export const FIGURE_COLUMN = {
  TOTAL_ASSETS: ["total_assets", "c.currency"],
  TOTAL_LIABILITIES: ["total_liabilities", "c.currency"],
  EQUITY: ["equity", "c.currency"],
  REVENUE: ["revenue", "c.currency"],
  MAIN_REVENUE: ["main_revenue", "c.currency"],
  PROFIT_BEFORE_TAX: ["profit_before_tax", "c.currency"],
  NET_PROFIT: ["net_profit", "c.currency"],
  TAX_PAID: ["tax_paid", "c.currency"],
  GUARANTEES_GIVEN: ["guarantees_given", "c.currency"],
  OPERATING_CASH_FLOW: ["operating_cash_flow", "c.currency"],
  EMPLOYEES: ["employees", "null"],
  CREDIT_LIMIT: ["credit_limit", "c.credit_limit_currency"],
  CREDIT_SCORE: ["credit_score", "null"],
  SATISFACTION: ["satisfaction", "null"],
  TRANSACTION_AMOUNT: ["transaction_amount", "c.trade_currency"],
  SETTLED_AMOUNT: ["settled_amount", "c.trade_currency"],
} as const satisfies Record<Figure, readonly [string, string]>;

/** Traded in, it has a row a currency. */
export const isTraded = (figure: Figure): boolean => FIGURE_COLUMN[figure][1] === "c.trade_currency";
