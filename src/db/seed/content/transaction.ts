import type { Content } from "../../../domain/content.js";
import type { Calendar } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { randomOf } from "../random.js";
import { PERFORMANCE } from "../words.js";
import { yuan } from "./amount.js";

const TERM_DAYS = 45;

/** How an account is paid: in time, late, in part or (yet) not at all. */
const PAYMENTS = [
  { settledAfter: 30, share: 1 },
  { settledAfter: 70, share: 1 },
  { settledAfter: 44, share: 1 },
  { settledAfter: null, share: 0.4 },
  { settledAfter: null, share: 0 },
] as const;

/** A delivery `ago` days before today. */
export const transactionContent = (
  { index, size, code }: DemoCustomer,
  ago: number,
  { day }: Calendar,
): Content<"TRANSACTION"> => {
  const random = randomOf("transaction", index, ago);
  const amount = Math.max(800, Math.round((size * random.between(5, 60)) / 1000));
  const { settledAfter, share } = PAYMENTS[random.between(0, PAYMENTS.length - 1)] ?? PAYMENTS[0];
  const isOver = settledAfter === null || settledAfter < ago;
  return {
    contractNumber: `HT-${code}-${String(ago).padStart(4, "0")}`,
    occurredOn: day(ago),
    dueOn: day(ago - TERM_DAYS),
    settledOn: settledAfter !== null && isOver ? day(ago - settledAfter) : null,
    amount: yuan(amount),
    settledAmount: yuan(isOver ? amount * share : 0),
    amountCurrency: "CNY",
    disputed: random.chance(0.12),
    performance: random.pick(PERFORMANCE),
  };
};
