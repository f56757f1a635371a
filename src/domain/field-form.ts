import { type LocalDate, parseLocalDate } from "./local-date.js";
import { AMOUNT, type Decimal, type Precision, parseDecimal } from "./money.js";
import { Refusal } from "./refusal.js";

/**
 * How a field is written by whoever sends it. A `code` is folded: full-width and small letters are the same code. A `name` is
 * shown beside other texts, and is none that turns them round.
 */
export type FieldForm =
  | { readonly kind: "text" | "name" | "code"; readonly max: number }
  | { readonly kind: "date" | "flag" }
  | { readonly kind: "count"; readonly least: number; readonly most: number }
  | ({ readonly kind: "decimal" } & Precision)
  | { readonly kind: "choice"; readonly of: readonly string[] };

export type FieldForms = Readonly<Record<string, FieldForm>>;

type Value<F extends FieldForm> = F extends { of: readonly (infer Name)[] }
  ? Name
  : {
      text: string;
      name: string;
      code: string;
      date: LocalDate;
      decimal: Decimal;
      count: number;
      flag: boolean;
      choice: never;
    }[F["kind"]];

type Given<F extends FieldForm> =
  Value<F> extends string ? (F extends { kind: "choice" } ? Value<F> : string) : Value<F>;

/** Fields as they are sent: text for dates and decimals; what is not said is null. */
export type GivenFields<F extends FieldForms> = { readonly [K in keyof F]?: Given<F[K]> | null };

/** Fields once read: nobody checks them again. */
export type FieldValues<F extends FieldForms> = { readonly [K in keyof F]: Value<F[K]> | null };

export const text = (max: number) => ({ kind: "text", max }) as const;
export const properName = (max: number) => ({ kind: "name", max }) as const;
export const code = (max: number) => ({ kind: "code", max }) as const;
export const date = { kind: "date" } as const;
export const amount = { kind: "decimal", ...AMOUNT } as const;
export const counted = <const L extends number, const M extends number>(least: L, most: M) =>
  ({ kind: "count", least, most }) as const;
/** The largest `integer` of PostgreSQL. */
const LARGEST_COUNT = 2 ** 31 - 1;
export const count = counted(0, LARGEST_COUNT);
export const flag = { kind: "flag" } as const;
export const choice = <const Name extends string>(of: readonly Name[]) => ({ kind: "choice", of }) as const;

/** Half a pair of UTF-16 is no character: it would be stored as U+FFFD. */
const UNFIT = {
  text: /[\0\p{Surrogate}]/u,
  name: /[\0\p{Surrogate}\p{Bidi_Control}]/u,
  code: /[\0\p{Surrogate}\p{Format}]/u,
} as const;

const LEFT_OUT = {
  text: "NUL and halves of characters",
  name: "NUL, halves of characters and marks that turn the direction of writing",
  code: "NUL, halves of characters and marks that are not seen",
} as const satisfies Record<keyof typeof UNFIT, string>;

/** Fillers count as letters, and are drawn as nothing (U+3164); a pattern of Braille without dots (U+2800), too. */
const SEEN = /[^\p{Control}\p{Format}\p{Surrogate}\p{Separator}\p{Mark}\p{Default_Ignorable_Code_Point}\u2800]/u;

const expected = (form: FieldForm): string => {
  switch (form.kind) {
    case "text":
    case "name":
    case "code":
      return `a text of at most ${form.max} characters, some of which can be seen, without ${LEFT_OUT[form.kind]}`;
    case "date":
      return "a day of the calendar, YYYY-MM-DD";
    case "decimal":
      return `a plain decimal number of at most ${form.digits} digits before the point and ${form.scale} behind`;
    case "count":
      return `a whole number from ${form.least} to ${form.most}`;
    case "flag":
      return "true or false";
    case "choice":
      return `one of ${form.of.join(", ")}`;
  }
};

const readText = (given: string, form: Extract<FieldForm, { max: number }>): string | undefined => {
  const kept = (form.kind === "code" ? given.normalize("NFKC").toUpperCase() : given).trim();
  // By code points, as PostgreSQL counts; a text twice as long in code units cannot fit.
  const fits = kept.length <= 2 * form.max && [...kept].length <= form.max;
  return fits && !UNFIT[form.kind].test(kept) && (kept === "" || SEEN.test(kept)) ? kept : undefined;
};

/** Undefined when it is not what the form asks for. */
const read = (form: FieldForm, given: unknown): unknown => {
  if (form.kind === "flag") return typeof given === "boolean" ? given : undefined;
  if (form.kind === "count")
    return Number.isInteger(given) && Number(given) >= form.least && Number(given) <= form.most ? given : undefined;
  if (typeof given !== "string") return undefined;
  if (form.kind === "date") return parseLocalDate(given.trim()) ?? undefined;
  if (form.kind === "decimal") return parseDecimal(given.trim(), form) ?? undefined;
  if ("of" in form) return form.of.includes(given) ? given : undefined;
  return "max" in form ? readText(given, form) : undefined;
};

/** @throws Refusal BAD_USER_INPUT that names the field and what would be right, never what was sent */
export const readField = <F extends FieldForm>(name: string, form: F, given: unknown): Value<F> | null => {
  if (given === null || given === undefined || given === "") return null;
  const value = read(form, given);
  if (value === undefined) throw new Refusal("BAD_USER_INPUT", `${name} must be ${expected(form)}.`, { field: name });
  return value === "" ? null : (value as Value<F>);
};

/** Where a field stands in what was sent, by its name: a refusal names the place. */
export type PlaceOf = (name: string) => string;

export const byName: PlaceOf = (name) => name;

/** Every field of `forms`, and nothing else that was sent along. */
export const readFields = <F extends FieldForms>(forms: F, given: GivenFields<F>, placeOf = byName): FieldValues<F> =>
  Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, readField(placeOf(name), form, given[name])]),
  ) as FieldValues<F>;
