import { type Decimal, parseDecimal } from "./money.js";

/** Why a registered capital could not be read in full; each becomes a screening finding, never a rejection. */
export type CapitalIssue = "AMOUNT_MISSING" | "CURRENCY_UNKNOWN" | "UNREADABLE";

export interface RegisteredCapital {
  /** In units of the currency: `20000000`. */
  readonly amount: Decimal | null;
  /** ISO 4217, of currencies that are no more as well: a capital stated in German marks stays in marks. */
  readonly currency: string | null;
  readonly issue: CapitalIssue | null;
}

/** How registers name currencies. A bare 元 is missing on purpose: it names the unit of several. */
// biome-ignore format: it is a table
const CURRENCY_OF: Readonly<Record<string, string>> = {
  人民币: "CNY", 人民币元: "CNY", 美元: "USD", 美金: "USD", 港币: "HKD", 港元: "HKD", 香港元: "HKD", 澳门元: "MOP",
  新台币: "TWD", 台币: "TWD", 日元: "JPY", 日币: "JPY", 韩元: "KRW", 韩国元: "KRW", 泰铢: "THB", 马来西亚林吉特: "MYR",
  新加坡元: "SGD", 澳大利亚元: "AUD", 澳元: "AUD", 新西兰元: "NZD", 加拿大元: "CAD", 加元: "CAD",
  欧元: "EUR", 英镑: "GBP", 瑞士法郎: "CHF", 瑞典克朗: "SEK", 丹麦克朗: "DKK", 挪威克朗: "NOK",
  德国马克: "DEM", 马克: "DEM", 法国法郎: "FRF", 意大利里拉: "ITL", 荷兰盾: "NLG", 奥地利先令: "ATS",
};

/** Powers of ten. */
const SCALE_OF: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, "": 0 };

const NOT_STATED = new Set(["", "N/A", "NA", "-", "无"]);
const NOTHING: RegisteredCapital = { amount: null, currency: null, issue: null };
const UNREADABLE: RegisteredCapital = { ...NOTHING, issue: "UNREADABLE" };

/** Far more signs than any capital has: what is longer is not held against a form that tries out where its parts end. */
const LONGEST = 64;
const FORM =
  /^(?<before>\p{Script=Han}*?)(?<digits>[\d.,]*)(?<scale>百万|千万|万|亿|千|百|)元?(?<after>\p{Script=Han}*)$/u;
const DIGITS = /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<rest>\d+))?$/;
const UNIT = /[万亿元币镑]|马克|法郎/;

/** Exact: the point is moved instead of multiplied. */
const shifted = (digits: string, places: number): Decimal | null => {
  const { whole, rest = "" } = DIGITS.exec(digits)?.groups ?? {};
  if (whole === undefined) return null;
  const decimals = rest.padEnd(places, "0");
  return parseDecimal(`${whole.replaceAll(",", "")}${decimals.slice(0, places)}.${decimals.slice(places)}`);
};

/**
 * Reads a registered capital as registers write it: `2,000(万元人民币)`, `285(万美元)`, `4万元人民币`, `(万人民币 )`, `N/A`.
 */
export const parseRegisteredCapital = (text: string): RegisteredCapital => {
  const compact = text.normalize("NFKC").replace(/[\s()]/g, "");
  if (NOT_STATED.has(compact.toUpperCase())) return NOTHING;
  const {
    before = "",
    digits,
    scale = "",
    after = "",
  } = (compact.length <= LONGEST && FORM.exec(compact)?.groups) || {};
  if (digits === undefined) return UNREADABLE;
  const currency = CURRENCY_OF[after + before] ?? null;
  if (currency === null && before + after !== "") return UNREADABLE;
  if (digits === "") return currency === null ? UNREADABLE : { ...NOTHING, issue: "AMOUNT_MISSING" };
  const amount = shifted(digits, SCALE_OF[scale] ?? 0);
  if (amount === null) return UNREADABLE;
  return { amount, currency, issue: currency === null ? "CURRENCY_UNKNOWN" : null };
};

/** Whether a text can only be a capital: a figure with a unit. Standing in another column, it gives a shifted row away. */
export const isUnmistakablyCapital = (text: string): boolean =>
  UNIT.test(text) && parseRegisteredCapital(text).amount !== null;
