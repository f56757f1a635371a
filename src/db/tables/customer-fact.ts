import { sql } from "drizzle-orm";
import { bigint, date, index, integer, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { branch } from "./branch.js";
import { amount } from "./columns.js";
import { customer } from "./customer.js";
import { creditRating, customerKind, customerStatus, importance } from "./enums.js";

const ofCustomer = () =>
  uuid("customer_id")
    .notNull()
    .references(() => customer.id, { onDelete: "cascade" });

/**
 * What reports add up, one row a customer: its dimensions, and what its records come to. Kept by the chore
 * `refresh-facts`; until it comes by, a customer in `fact_queue` is reckoned anew by whoever asks.
 */
export const customerFact = pgTable(
  "customer_fact",
  {
    customerId: ofCustomer().primaryKey(),
    branchId: uuid("branch_id")
      .notNull()
      .references(() => branch.id),
    kind: customerKind("kind").notNull(),
    importance: importance("importance").notNull(),
    status: customerStatus("status").notNull(),
    region: text("region"),
    industry: text("industry"),
    creditRating: creditRating("credit_rating"),
    records: integer("records").notNull(),
    /** Live and archived ones, and those of them that are corroborated as their category demands: of two, and of one to two persons. */
    held: integer("held").notNull(),
    verified: integer("verified").notNull(),
    verifiedSmall: integer("verified_small").notNull(),
    completeness: numeric("completeness", { precision: 9, scale: 8 }).notNull(),
    currency: text("currency"),
    totalAssets: amount("total_assets"),
    totalLiabilities: amount("total_liabilities"),
    equity: amount("equity"),
    revenue: amount("revenue"),
    mainRevenue: amount("main_revenue"),
    profitBeforeTax: amount("profit_before_tax"),
    netProfit: amount("net_profit"),
    taxPaid: amount("tax_paid"),
    guaranteesGiven: amount("guarantees_given"),
    operatingCashFlow: amount("operating_cash_flow"),
    employees: amount("employees"),
    creditLimit: amount("credit_limit"),
    creditLimitCurrency: text("credit_limit_currency"),
    creditScore: amount("credit_score"),
    satisfaction: amount("satisfaction"),
    /** The day from which the passing of time makes it untrue: a record begins or ends to be valid. */
    untrueFrom: date("untrue_from"),
  },
  (t) => [index("customer_fact_untrue").on(t.untrueFrom).where(sql`untrue_from is not null`)],
);

/** A customer's archived transactions, summed up per currency: currencies are never added to each other. */
export const customerTradeFact = pgTable(
  "customer_trade_fact",
  {
    customerId: ofCustomer(),
    currency: text("currency").notNull(),
    transactionAmount: amount("transaction_amount"),
    settledAmount: amount("settled_amount"),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.currency] })],
);

/** The customers whose facts are to be reckoned anew, written by triggers. A row a change: writers never wait for each other. */
export const factQueue = pgTable("fact_queue", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  customerId: uuid("customer_id").notNull(),
});
