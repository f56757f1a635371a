import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isCurrencyCode,
  parseDecimal,
  subtractDecimals,
} from "../../src/domain/money.js";

const UNIT = 10_000n;
const units = fc.bigInt({ min: -(10n ** 23n), max: 10n ** 23n });

/** Units of the fourth place, written out in full. */
const written = (value: bigint): string => {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? "-" : ""}${size / UNIT}.${String(size % UNIT).padStart(4, "0")}`;
};
const decimal = (value: bigint): Decimal => parseDecimal(written(value)) as Decimal;

describe("an amount", () => {
  it.each([
    ["0012.5000", "12.5"],
    ["-0.0000", "0"],
    ["+7", "7"],
    ["7.", "7"],
    ["0", "0"],
    ["100", "100"],
    ["99999999999999999999.9999", "99999999999999999999.9999"],
    ["1.00000000", "1"],
  ])("%s is %s", (text, shortest) => expect(parseDecimal(text)).toBe(shortest));

  it.each(["1e400", "1e3", "NaN", "Infinity", "-Infinity", "0x10", "1,000", "", ".", ".5", "--1", "1.2.3", "１"])(
    "%o is none",
    (text) => expect(parseDecimal(text)).toBeNull(),
  );

  it.each(["100000000000000000000", "0.00001", `${"9".repeat(65)}`])("%s does not fit, and is not rounded to", (text) =>
    expect(parseDecimal(text)).toBeNull(),
  );

  it("adds and subtracts exactly", () =>
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(addDecimals(decimal(a), decimal(b))).toBe(decimal(a + b));
        expect(subtractDecimals(decimal(a), decimal(b))).toBe(decimal(a - b));
      }),
    ));

  it("compares as numbers do", () =>
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(Math.sign(compareDecimals(decimal(a), decimal(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    ));

  it("is not 0.1 + 0.2 of floats", () => expect(addDecimals("0.1" as Decimal, "0.2" as Decimal)).toBe("0.3"));
});

it("a currency has the form of ISO 4217", () => {
  expect(["CNY", "cny", "RMB1", "人民币", ""].map(isCurrencyCode)).toEqual([true, false, false, false, false]);
});
