/** Four decimals, as amounts are kept: exact as a whole number of ten-thousandths. */
const SCALE = 4;

/** @param text digits with at most as many decimals as the scale; more are cut off */
export const unscaled = (text: string, scale = SCALE): bigint => {
  const [whole = "0", decimals = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole + decimals.slice(0, scale).padEnd(scale, "0"));
  return text.startsWith("-") ? -size : size;
};

/** As digits, without zeros that say nothing. */
export const decimalText = (value: bigint, scale = SCALE): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const [whole, decimals] = [digits.slice(0, -scale), digits.slice(-scale).replace(/0+$/, "")];
  return `${value < 0n ? "-" : ""}${whole}${decimals && `.${decimals}`}`;
};

/** The nearest whole number, halves away from zero. */
export const divided = (value: bigint, by: bigint): bigint => {
  const half = value < 0n ? -by : by;
  return (value * 2n + half) / (by * 2n);
};
