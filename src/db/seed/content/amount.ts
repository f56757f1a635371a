import { type Decimal, parseDecimal } from "../../../domain/money.js";

/** Whole yuan as the archive keeps money. */
export const yuan = (amount: number): Decimal => {
  const exact = parseDecimal(String(Math.round(amount)));
  if (exact === null) throw new RangeError(`${amount} is no amount`);
  return exact;
};
