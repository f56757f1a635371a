declare const decimal: unique symbol;

/** An exact number in its shortest plain form: `-12.5`, `0`, `1000`. Never an exponent, never a float. */
export type Decimal = string & { readonly [decimal]: true };

/** How many digits may stand before and behind the point. */
export interface Precision {
  readonly digits: number;
  readonly scale: number;
}

/** What `numeric(24,4)` holds: 20 digits before the point and 4 behind. */
export const AMOUNT: Precision = { digits: 20, scale: 4 };

const FORM = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/;
const LONGEST = 64;

/** The number a text names exactly, or null: no exponent, NaN or Infinity, and nothing is rounded to fit. */
export const parseDecimal = (text: string, precision: Precision = AMOUNT): Decimal | null => {
  const [, sign, whole = "", fraction = ""] = (text.length <= LONGEST && FORM.exec(text)) || [];
  if (whole === "" || whole.length > precision.digits || fraction.length > precision.scale) return null;
  const size = fraction === "" ? whole : `${whole}.${fraction}`;
  return (sign === "-" && size !== "0" ? `-${size}` : size) as Decimal;
};

/** Scaled by the four places money has. */
const unitsOf = (value: Decimal): bigint => {
  const [whole = "", fraction = ""] = value.replace("-", "").split(".");
  const units = BigInt(whole + fraction.padEnd(AMOUNT.scale, "0"));
  return value.startsWith("-") ? -units : units;
};

const fromUnits = (units: bigint): Decimal => {
  const digits = (units < 0n ? -units : units).toString().padStart(AMOUNT.scale + 1, "0");
  const whole = digits.slice(0, -AMOUNT.scale);
  const fraction = digits.slice(-AMOUNT.scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}` as Decimal;
};

export const addDecimals = (a: Decimal, b: Decimal): Decimal => fromUnits(unitsOf(a) + unitsOf(b));

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => fromUnits(unitsOf(a) - unitsOf(b));

/** Negative when `a` is the smaller. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const difference = unitsOf(a) - unitsOf(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isNegative = (value: Decimal): boolean => value.startsWith("-");

/** The form of an ISO 4217 code. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);
