import { type Decimal, parseDecimal } from "./money.js";

/** Units people write amounts in, as powers of ten: `万元` is 10,000. */
export const UNITS = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 千万元: 7, 亿元: 8 } as const;
export type Unit = keyof typeof UNITS;

const FORM = /^(?<sign>[-+]?)(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<fraction>\d+))?$/;
/** Accountants write what is below zero in brackets. */
const IN_BRACKETS = /^\((.*)\)$/;

/** An amount as people write it: `1,234.50`, `(12)`, full-width digits. Exact: the point is moved instead of multiplied. */
export const parseWrittenAmount = (text: string, unit: Unit = "元"): Decimal | null => {
  const compact = text.normalize("NFKC").replace(/[\s¥]/g, "");
  const { sign, whole, fraction = "" } = FORM.exec(compact.replace(IN_BRACKETS, "-$1"))?.groups ?? {};
  if (whole === undefined) return null;
  const places = UNITS[unit];
  const decimals = fraction.padEnd(places, "0");
  return parseDecimal(`${sign}${whole.replaceAll(",", "")}${decimals.slice(0, places)}.${decimals.slice(places)}`);
};
