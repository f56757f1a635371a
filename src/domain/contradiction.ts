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
  if ("max" in form) return normalisedName(String(value));
  if (form.kind !== "decimal") return String(value);
  return parseDecimal(String(value), form) ?? (String(value) as Decimal);
};

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

/** What is said in one field, in its one spelling; of an amount also in which currency, where that is said. */
interface InOneSpelling {
  readonly value: unknown;
  readonly currency: unknown;
}

/** What a record says in the fields that it fills, in one spelling: two of them are compared without reading them again. */
export type Statement = ReadonlyMap<string, InOneSpelling>;

const CODE = { kind: "code", max: 64 } as const;

const currencyIn = (said: Said, name: string): unknown => {
  const currency = CURRENCY_OF[name];
  const value = currency === undefined ? null : said[currency];
  return isFilled(value) ? normalised(CODE, value) : null;
};

/** What a record of a category says, by the names of its fields in the API. */
export const statementOf = (category: CategoryCode, said: Said): Statement =>
  new Map(
    Object.entries<FieldForm>(CONTENT_FORMS[category]).flatMap(([name, form]) => {
      if (CURRENCIES.has(name) || !isFilled(said[name])) return [];
      return [[name, { value: normalised(form, said[name]), currency: currencyIn(said, name) }] as const];
    }),
  );

const differ = (a: InOneSpelling, b: InOneSpelling): boolean =>
  a.value !== b.value || (a.currency !== null && b.currency !== null && a.currency !== b.currency);

/** The fields in which two records say different things (SP8). What is not said contradicts nothing. */
export const contradictions = (first: Statement, second: Statement): string[] =>
  [...first].flatMap(([name, said]) => {
    const other = second.get(name);
    return other !== undefined && differ(said, other) ? [name] : [];
  });
