import { parse } from "csv-parse/sync";
import type { Line } from "./line.js";

/** A row as it stands in the file; cells null: its quotes cannot be read. */
export interface CsvRow {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

/** Lines a quoted value may run over. A quote never closed would otherwise swallow the rest of the file. */
const MOST_LINES = 50;

const cellsOf = (text: string): readonly string[] | null => {
  try {
    return (parse(text, { relax_column_count: true }) as string[][])[0] ?? [];
  } catch {
    return null;
  }
};

/** An odd number of quotes: a quoted value is still open, for a quote within one is doubled (RFC 4180). */
const isOpen = (text: string): boolean => text.split('"').length % 2 === 0;

const joined = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");

const closedAfter = (lines: readonly Line[]): number | null => {
  const at = lines.findIndex((_, i) => !isOpen(joined(lines.slice(0, i + 1))));
  return at < 0 ? null : at + 1;
};

/** Takes the rows that are complete off the front of `lines`. */
function* settle(lines: Line[], columns: number, atEnd: boolean): Generator<CsvRow> {
  for (let [first] = lines; first !== undefined; [first] = lines) {
    const count = closedAfter(lines);
    if (count === null && !atEnd && lines.length < MOST_LINES) return;
    const text = joined(lines.slice(0, count ?? 1));
    const cells = count === null ? null : cellsOf(text);
    // Several lines that make no row of the right width are not one row: the first is broken, the others stand alone.
    const isOneRow = count === 1 || cells?.length === columns;
    lines.splice(0, isOneRow && count !== null ? count : 1);
    if (first.text.trim() === "" && isOneRow) continue;
    yield { line: first.number, text: isOneRow ? text : first.text, cells: isOneRow ? cells : null };
  }
}

/** Rows of a CSV, one broken row never taking its neighbours along. Blank lines are none. */
export async function* csvRows(lines: AsyncIterable<Line>, columns: number): AsyncGenerator<CsvRow> {
  const waiting: Line[] = [];
  for await (const line of lines) {
    waiting.push(line);
    yield* settle(waiting, columns, false);
  }
  yield* settle(waiting, columns, true);
}
