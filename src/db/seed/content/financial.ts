import type { Content } from "../../../domain/content.js";
import type { Period } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { randomOf } from "../random.js";
import { AUDITORS } from "../words.js";
import { yuan } from "./amount.js";

const TAX = 0.25;

/** A year's figures around the customer's size, in whole yuan: assets are liabilities and equity. */
const figuresOf = ({ index, size }: DemoCustomer, period: Period, edition: number) => {
  const random = randomOf("financial", index, period.start, period.end, edition);
  const share = (least: number, most: number): number => random.between(least, most) / 100;
  const revenue = Math.round(size * share(80, 120));
  const totalAssets = Math.round(revenue * share(60, 160));
  const totalLiabilities = Math.round(totalAssets * share(20, 95));
  const profit = Math.round(revenue * share(-6, 18));
  const tax = profit > 0 ? Math.round(profit * TAX) : 0;
  return {
    totalAssets: yuan(totalAssets),
    totalLiabilities: yuan(totalLiabilities),
    equity: yuan(totalAssets - totalLiabilities),
    revenue: yuan(revenue),
    mainRevenue: yuan(revenue * share(85, 100)),
    profitBeforeTax: yuan(profit),
    netProfit: yuan(profit - tax),
    taxPaid: yuan(tax),
    guaranteesGiven: yuan(random.chance(0.4) ? totalAssets * share(1, 12) : 0),
    operatingCashFlow: yuan(revenue * share(-4, 15)),
    auditor: random.pick(AUDITORS),
  };
};

/** The statement of a period; an edition other than the first has other figures. */
export const financialContent = (customer: DemoCustomer, period: Period, edition = 0): Content<"FINANCIAL"> => ({
  periodStart: period.start,
  periodEnd: period.end,
  ...figuresOf(customer, period, edition),
  currency: "CNY",
  audited: true,
  bankAccount: `62000000${String(customer.index * 100_003 + 1_000_007).padStart(11, "0")}`,
});
