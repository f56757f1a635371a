import type { FieldForm } from "../../../domain/field-form.js";
import { Refusal } from "../../../domain/refusal.js";
import { parseWrittenAmount, type Unit } from "../../../domain/written-amount.js";
import { parseWrittenDate } from "../../../domain/written-date.js";
import type { Place } from "./import-map.js";

/** Takes one value from the cells of a row; null where nothing is said. */
export type PlaceReader = (cells: readonly string[]) => unknown;

const NOT_STATED = new Set(["", "N/A", "NA", "-", "—", "无"]);
const YES = new Set(["是", "true", "yes", "y", "1"]);
const NO = new Set(["否", "false", "no", "n", "0"]);

const flagOf = (text: string): boolean | string => {
  const known = text.normalize("NFKC").toLowerCase();
  return YES.has(known) || (NO.has(known) ? false : text);
};

const countOf = (text: string): number | string => {
  const amount = parseWrittenAmount(text);
  return amount === null ? text : Number(amount);
};

/** As the field's form asks for it; a text that cannot be read stays, and its form says what is wrong with it. */
const written = (form: FieldForm, text: string, { unit, date }: { unit?: Unit; date?: string }): unknown => {
  if (form.kind === "decimal") return parseWrittenAmount(text, unit) ?? text;
  if (form.kind === "date") return parseWrittenDate(text, date) ?? text;
  if (form.kind === "flag") return flagOf(text);
  return form.kind === "count" ? countOf(text) : text;
};

const columnAt = (name: string, header: readonly string[], mapName: string): number => {
  const at = header.indexOf(name);
  const again = header.indexOf(name, at + 1);
  if (at < 0)
    throw new Refusal("BAD_USER_INPUT", `${mapName}: there is no column ${name}; there are: ${header.join(", ")}.`);
  if (again >= 0) throw new Refusal("BAD_USER_INPUT", `${mapName}: the column ${name} is there more than once.`);
  return at;
};

/** The text of a column, trimmed. @throws Refusal BAD_USER_INPUT for a column that is not there */
export const columnReader = (name: string, header: readonly string[], mapName: string) => {
  const at = columnAt(name, header, mapName);
  return (cells: readonly string[]): string | null => {
    const text = (cells[at] ?? "").trim();
    return NOT_STATED.has(text.toUpperCase()) ? null : text;
  };
};

const translated = (values: Readonly<Record<string, unknown>>, text: string, name: string): unknown => {
  if (Object.hasOwn(values, text)) return values[text];
  throw new Refusal(
    "BAD_USER_INPUT",
    `${name} is none of the values the map names: ${Object.keys(values).join(", ")}.`,
  );
};

/** @throws Refusal BAD_USER_INPUT for a column that is not there */
export const placeReader = (
  place: Place,
  form: FieldForm,
  { name, header, mapName }: { name: string; header: readonly string[]; mapName: string },
): PlaceReader => {
  const given = typeof place === "string" ? { column: place } : place;
  if ("constant" in given) {
    const value = written(form, given.constant, {});
    return () => value;
  }
  const { column, values, unit, date } = given;
  const textOf = columnReader(column, header, mapName);
  return (cells) => {
    const text = textOf(cells);
    if (text === null) return null;
    if (values !== undefined) return translated(values, text, name);
    return written(form, text, { ...(unit && { unit }), ...(date && { date }) });
  };
};
