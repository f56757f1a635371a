import { parse } from "csv-parse/sync";
import type { Line } from "./line.js";
import type { ReadRow } from "./read-row.js";
import { type RowText, rowTexts } from "./row-text.js";

/** How the rows of a CSV are written: what stands between two values, and how many there are. */
export interface CsvForm {
  readonly delimiter: string;
  readonly columns: number;
}

const MALFORMED = "the quotes are malformed";

const parsed = (text: string, delimiter: string): readonly string[][] | null => {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: "\n", delimiter }) as string[][];
  } catch {
    return null;
  }
};

/** The values of one row. */
export const cellsOf = (text: string, delimiter: string): readonly string[] | null =>
  text.includes('"') ? (parsed(text, delimiter)?.[0] ?? null) : text.split(delimiter);

const rowOf = ({ line, text, broken }: RowText, delimiter: string): ReadRow => {
  const cells = broken ? null : cellsOf(text, delimiter);
  return { line, text, cells, fault: cells === null ? MALFORMED : null };
};

/** Rows with quotes in one go, which is thirty times as fast as one by one; one that cannot be read spoils it. */
const rowsOf = (texts: readonly RowText[], delimiter: string): ReadRow[] => {
  const quoted = texts.filter(({ text, broken }) => !broken && text.includes('"'));
  const all = parsed(quoted.map(({ text }) => text).join("\n"), delimiter);
  if (all?.length !== quoted.length) return texts.map((text) => rowOf(text, delimiter));
  const cells = new Map(quoted.map((text, i) => [text, all[i] ?? null]));
  return texts.map((text) => {
    const found = cells.get(text);
    return found ? { line: text.line, text: text.text, cells: found, fault: null } : rowOf(text, delimiter);
  });
};

/** The rows of a CSV, some at a time. */
export async function* csvRows(
  lines: AsyncIterable<readonly Line[]>,
  { delimiter, columns }: CsvForm,
): AsyncGenerator<ReadRow[]> {
  const isRow = (text: string) => parsed(text, delimiter)?.[0]?.length === columns;
  for await (const texts of rowTexts(lines, isRow)) yield rowsOf(texts, delimiter);
}

const DELIMITERS = [",", ";", "\t"] as const;

/** What stands between the names of a header: the mark that makes the most of them. */
export const delimiterOf = (header: string): string => {
  const counts = DELIMITERS.map((delimiter) => cellsOf(header, delimiter)?.length ?? 0);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
};
