import type { Line } from "./line.js";

/** The text of a row, which may run over several lines; `broken` when its quotes are never closed. */
export interface RowText {
  /** Of the file, from 1: the first of its lines. */
  readonly line: number;
  readonly text: string;
  readonly broken: boolean;
}

/** Lines a quoted value may run over. A quote never closed would otherwise swallow the rest of the file. */
const MOST_LINES = 50;

/** An odd number of quotes: a quoted value is still open, for a quote within one is doubled (RFC 4180). */
const isOpen = (text: string): boolean => {
  let open = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) open = !open;
  return open;
};

const joined = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");

const closedAfter = (lines: readonly Line[]): number | null => {
  const at = lines.findIndex((_, i) => !isOpen(joined(lines.slice(0, i + 1))));
  return at < 0 ? null : at + 1;
};

/**
 * Takes what is complete off the front of `lines`. Several lines are one row only if `isRow` says so: else the first is
 * broken, and the others stand on their own.
 */
function* settle(lines: Line[], isRow: (text: string) => boolean, atEnd: boolean): Generator<RowText> {
  for (let [first] = lines; first !== undefined; [first] = lines) {
    const count = closedAfter(lines);
    if (count === null && !atEnd && lines.length < MOST_LINES) return;
    const text = joined(lines.slice(0, count ?? 1));
    const broken = count === null || (count > 1 && !isRow(text));
    lines.splice(0, broken ? 1 : count);
    if (text.trim() !== "") yield { line: first.number, text: broken ? first.text : text, broken };
  }
}

/** The rows of a CSV as they stand there, one broken row never taking its neighbours along. Blank lines are none. */
export async function* rowTexts(
  lines: AsyncIterable<readonly Line[]>,
  isRow: (text: string) => boolean,
): AsyncGenerator<RowText[]> {
  const waiting: Line[] = [];
  for await (const some of lines) {
    const rows: RowText[] = [];
    for (const line of some) {
      // Nearly every row is a line of its own, and waits for none.
      if (waiting.length === 0 && !isOpen(line.text)) {
        if (line.text.trim() !== "") rows.push({ line: line.number, text: line.text, broken: false });
        continue;
      }
      waiting.push(line);
      rows.push(...settle(waiting, isRow, false));
    }
    yield rows;
  }
  yield [...settle(waiting, isRow, true)];
}
