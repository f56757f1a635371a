import type { Content } from "../../../domain/content.js";
import type { CreditRating } from "../../../domain/credit.js";
import type { Decimal } from "../../../domain/money.js";
import type { Calendar } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { randomOf } from "../random.js";
import { yuan } from "./amount.js";

/** Rating by score, best first. */
const RATINGS = [
  { from: 90, rating: "AAA", share: 0.2, days: 90 },
  { from: 80, rating: "AA", share: 0.15, days: 60 },
  { from: 70, rating: "A", share: 0.1, days: 45 },
  { from: 60, rating: "B", share: 0.05, days: 30 },
  { from: 40, rating: "C", share: 0.02, days: 15 },
] as const satisfies readonly { from: number; rating: CreditRating; share: number; days: number }[];

const LOWEST = { rating: "D", share: 0, days: 0 } as const;

const SCORECARD = "评分卡 2.1";

/** Our judgement of the customer, made `ago` days before today and good for a year. */
export const creditContent = ({ index, size }: DemoCustomer, ago: number, { day }: Calendar): Content<"CREDIT"> => {
  const score = randomOf("credit", index, ago).between(2500, 9800) / 100;
  const { rating, share, days } = RATINGS.find(({ from }) => score >= from) ?? LOWEST;
  return {
    rating,
    score: String(score) as Decimal,
    creditLimit: yuan(Math.round((size * share) / 10_000) * 10_000),
    creditLimitCurrency: "CNY",
    paymentTermDays: days,
    validUntil: day(ago - 365),
    rationale: `依据最近年度报表、付款记录与经营情况评分，得分${score}`,
    scorecardVersion: SCORECARD,
  };
};
