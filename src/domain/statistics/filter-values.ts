import { Refusal } from "../refusal.js";
import type { StatisticsDimension } from "./subject.js";

interface Form {
  readonly pattern: RegExp;
  readonly words: string;
}

/** How values are written that no enumeration names: of another form nobody is. The year 0000 is no year to PostgreSQL. */
const FORMS: Partial<Record<StatisticsDimension, Form>> = {
  PROVINCE: { pattern: /^\d{2}$/, words: "two digits of GB/T 2260, as in 31" },
  CITY: { pattern: /^\d{4}$/, words: "four digits of GB/T 2260, as in 3101" },
  INDUSTRY_SECTION: { pattern: /^[A-T]$/, words: "a letter of GB/T 4754, A to T" },
  MONTH: { pattern: /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/, words: "YYYY-MM, the month from 01 to 12" },
};

/** @throws Refusal BAD_USER_INPUT naming the field, the place of the value and what would be right, never the value */
export const checkValues = (dimension: StatisticsDimension, field: string, values: readonly string[]): void => {
  const form = FORMS[dimension];
  const wrong = form === undefined ? -1 : values.findIndex((value) => !form.pattern.test(value));
  if (form !== undefined && wrong >= 0)
    throw new Refusal("BAD_USER_INPUT", `${field}, value ${wrong + 1}: it is written ${form.words}.`, { field });
};
