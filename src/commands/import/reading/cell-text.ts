import { addDays, type LocalDate } from "../../../domain/local-date.js";
import type { Workbook } from "./workbook.js";

/** A cell as a sheet has it: its kind, its style, what stands in it. */
export interface Cell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

/** What a cell says, or why nobody can tell any more. */
export type CellText = { readonly text: string } | { readonly fault: string };

/** Spreadsheets count days from here; 29 February 1900, which they believe in, is behind us. */
const DAY_ZERO = { 1900: "1899-12-30" as LocalDate, 1904: "1904-01-01" as LocalDate };

/** The last day they know: 9999-12-31. */
const LAST_DAY = 2_958_465;

const dayText = (value: string, from1904: boolean): CellText => {
  const days = Math.floor(Number(value));
  if (!(days >= 1 && days <= LAST_DAY)) return { text: value };
  return { text: addDays(DAY_ZERO[from1904 ? 1904 : 1900], days) };
};

const FLOAT = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const KEPT_DIGITS = 15;
const LARGEST_EXPONENT = 300;
/** Zeros written out as far as the largest exponent; a spreadsheet writes 24 characters at most. */
const LONGEST_NUMBER = 400;

/** `1.5E+3` as `1500`: the point is moved, nothing is calculated. */
const plain = (sign: string, digits: string, exponent: number): string => {
  const places = digits.length + exponent;
  const whole = places <= 0 ? "0" : digits.slice(0, places).padEnd(places, "0");
  const rest = places <= 0 ? "0".repeat(-places) + digits : digits.slice(places);
  const fraction = rest.replace(/0+$/, "");
  return `${sign}${whole.replace(/^0+(?=\d)/, "")}${fraction === "" ? "" : `.${fraction}`}`;
};

/**
 * A number as it was entered. Spreadsheets keep 15 digits and write 17: what is behind the fifteenth is noise, and of a
 * longer number (an account, an identity number) the end is already lost.
 */
const numberText = (value: string): CellText => {
  if (value.length > LONGEST_NUMBER) return { text: value };
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = FLOAT.exec(value) ?? [];
  if (whole === "" || Math.abs(Number(exponent)) > LARGEST_EXPONENT) return { text: value };
  const digits = (whole + fraction).replace(/^0+/, "");
  const scale = Number(exponent) - fraction.length;
  if (digits.replace(/0+$/, "").length <= KEPT_DIGITS && digits.length + scale <= KEPT_DIGITS)
    return { text: digits === "" ? "0" : plain(sign, digits, scale) };
  if (digits.length + scale > KEPT_DIGITS)
    return { fault: "a number of more than 15 digits has lost its end in the spreadsheet: keep it as text there" };
  const [mantissa = "", power = "0"] = Number(`${digits}e${scale}`)
    .toExponential(KEPT_DIGITS - 1)
    .split("e");
  const kept = mantissa.replace(".", "");
  return { text: plain(sign, kept, Number(power) - (kept.length - 1)) };
};

type CellReader = (cell: Cell, book: Pick<Workbook, "strings" | "daysByStyle" | "from1904">) => CellText;

/** By the kind of a cell (ECMA-376, 18.18.11). Of a formula its last value stands there. */
const READERS: ReadonlyMap<string, CellReader> = new Map(
  Object.entries<CellReader>({
    s: ({ value }, { strings }) => {
      const text = strings[Number(value)];
      return text === undefined ? { fault: "a cell refers to a text the workbook does not have" } : { text };
    },
    b: ({ value }) => ({ text: value === "1" ? "true" : "false" }),
    d: ({ value }) => ({ text: value.slice(0, "YYYY-MM-DD".length) }),
    e: () => ({ fault: "a formula in it ends in an error" }),
    n: ({ value, style }, { daysByStyle, from1904 }) =>
      daysByStyle[style] ? dayText(value, from1904) : numberText(value),
  }),
);

/** What a cell of a sheet says, as text: a day as `YYYY-MM-DD`, a number without its float. */
export const cellText: CellReader = (cell, book) => {
  if (cell.value === "") return { text: "" };
  return READERS.get(cell.type)?.(cell, book) ?? { text: cell.value };
};
