import { Refusal } from "../../../domain/refusal.js";
import { csvLine } from "../rejected-file.js";
import { type Cell, cellText } from "./cell-text.js";
import type { ReadRow } from "./read-row.js";
import type { Workbook } from "./workbook.js";
import { localName, type XmlEvents } from "./xml.js";

/** Columns a spreadsheet has. */
const MOST_COLUMNS = 16_384;

/** `AB12` → 27 */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

const rowOf = (book: Workbook, line: number, cells: ReadonlyMap<number, Cell>): ReadRow | null => {
  const texts: string[] = [];
  let fault: string | null = null;
  for (const [column, cell] of cells) {
    const read = cellText(cell, book);
    while (texts.length < column) texts.push("");
    texts[column] = "text" in read ? read.text : "";
    if ("fault" in read) fault ??= read.fault;
  }
  if (fault === null && texts.every((text) => text.trim() === "")) return null;
  return { line, text: csvLine(texts), cells: fault === null ? texts : null, fault };
};

/** Turns the XML of a sheet into rows, each handed on when it ends. */
export const sheetEvents = (book: Workbook, onRow: (row: ReadRow) => void): XmlEvents => {
  let [line, column, inValue] = [0, -1, false];
  let [type, style, value] = ["n", 0, ""];
  let cells = new Map<number, Cell>();
  return {
    open: (tag, attributes) => {
      const name = localName(tag);
      inValue = name === "v" || (name === "t" && type === "inlineStr");
      if (name === "row") {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        [column, cells] = [-1, new Map()];
      }
      if (name !== "c") return;
      column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
      [type, style, value] = [attributes.t ?? "n", Number(attributes.s ?? 0), ""];
      if (!(column >= 0 && column < MOST_COLUMNS))
        throw new Refusal("BAD_USER_INPUT", `Row ${line} of the sheet has a cell outside of every column.`);
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (tag) => {
      inValue = false;
      if (localName(tag) === "c") cells.set(column, { type, style, value });
      const row = localName(tag) === "row" ? rowOf(book, line, cells) : null;
      if (row !== null) onRow(row);
    },
  };
};
