import { boolean, date, text } from "drizzle-orm/pg-core";
import { amount } from "../columns.js";
import { MASK } from "../masks.js";
import { ciphertext, fingerprint, twin } from "./encrypted.js";

const band = (name: string) => text(`${name}_band`).generatedAlwaysAs(MASK.band(name));

export const financialColumns = () => ({
  periodStart: date("period_start"),
  periodEnd: date("period_end"),
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
  currency: text("currency"),
  audited: boolean("audited"),
  auditor: text("auditor"),
  totalAssetsBand: band("total_assets"),
  totalLiabilitiesBand: band("total_liabilities"),
  equityBand: band("equity"),
  revenueBand: band("revenue"),
  mainRevenueBand: band("main_revenue"),
  profitBeforeTaxBand: band("profit_before_tax"),
  netProfitBand: band("net_profit"),
  taxPaidBand: band("tax_paid"),
  guaranteesGivenBand: band("guarantees_given"),
  operatingCashFlowBand: band("operating_cash_flow"),
  bankAccount: ciphertext("bank_account"),
  bankAccountMasked: twin("bank_account"),
  bankAccountLookup: fingerprint("bank_account"),
});
