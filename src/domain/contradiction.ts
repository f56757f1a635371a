import type { CategoryCode } from "./category-code.js";
import { CONTENT_FORMS } from "./content.js";
import type { FieldForm } from "./field-form.js";
import { type Decimal, parseDecimal } from "./money.js";
import { normalisedName } from "./series.js";

/** What a record says, by the names of its columns. */
export type Said = Readonly<Record<string, unknown>>;

/** Amounts that stand in a currency of their own: another currency makes another amount. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  registeredCapital: "registeredCapitalCurrency",
  amount: "amountCurrency",
  settledAmount: "amountCurrency",
  creditLimit: "creditLimitCurrency",
};
const CURRENCIES = new Set(Object.values(CURRENCY_OF));

/** One value for all spellings of it: width, case and blanks are no contradiction, and neither are zeros. */
const normalised = (form: FieldForm, value: unknown): unknown => {
  if (form.kind === "text" || form.kind === "code") return normalisedName(String(value));
  if (form.kind !== "decimal") return String(value);
  return parseDecimal(String(value), form) ?? (String(value) as Decimal);
};

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

/** What is not said contradicts nothing. */
const differ = (form: FieldForm, a: unknown, b: unknown): boolean =>
  isFilled(a) && isFilled(b) && normalised(form, a) !== normalised(form, b);

const CODE = { kind: "code", max: 64 } as const;

/** The fields in which two records of a category say different things, by their names in the API (SP8). */
export const contradictingFields = (category: CategoryCode, first: Said, second: Said): string[] =>
  Object.entries<FieldForm>(CONTENT_FORMS[category])
    .filter(([name, form]) => {
      if (CURRENCIES.has(name) || !isFilled(first[name]) || !isFilled(second[name])) return false;
      const currency = CURRENCY_OF[name];
      const inAnother = currency !== undefined && differ(CODE, first[currency], second[currency]);
      return inAnother || differ(form, first[name], second[name]);
    })
    .map(([name]) => name);
