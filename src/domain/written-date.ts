import { type LocalDate, parseLocalDate } from "./local-date.js";

/** `1985-01-03`, also as spreadsheets and people write it: `1985/1/3`, `1985年1月3日`. */
const USUAL = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/;

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
};

const TOKEN = /YYYY|MM?|DD?/g;

/** Whether a text is a format of days: each of YYYY, M or MM, D or DD once. */
export const isDateFormat = (format: string): boolean =>
  [...(format.match(TOKEN) ?? [])]
    .map((token) => token.charAt(0))
    .sort()
    .join("") === "DMY";

const patternOf = (format: string): RegExp => {
  const literal = format.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(TOKEN, (token) => TOKENS[token] ?? token)}$`);
};

const patterns = new Map<string, RegExp>();

const patternFor = (format: string | undefined): RegExp => {
  if (format === undefined) return USUAL;
  const pattern = patterns.get(format) ?? patternOf(format);
  patterns.set(format, pattern);
  return pattern;
};

/** Whether a text looks like a day, be it one of the calendar or not. */
export const looksLikeDate = (text: string): boolean => USUAL.test(text);

/** The day a text names, in the format given or as people usually write it; null when it names none. */
export const parseWrittenDate = (text: string, format?: string): LocalDate | null => {
  const { year = "", month = "", day = "" } = patternFor(format).exec(text.normalize("NFKC").trim())?.groups ?? {};
  return parseLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
};
