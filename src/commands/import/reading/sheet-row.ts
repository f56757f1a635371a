import { Refusal } from "../../../domain/refusal.js";
import type { ReadRow } from "./read-row.js";
import { SheetCells } from "./sheet-cells.js";
import { columnOf } from "./sheet-column.js";
import type { Workbook } from "./workbook.js";
import { MOST_IN_ONE_ROW } from "./workbook-limits.js";
import { localName, type XmlEvents } from "./xml.js";

/** Columns a spreadsheet has. */
const COLUMNS_OF_SHEETS = 16_384;

const ROWS_OF_SHEETS = 1_048_576;

/** A row without a number is the next one. @throws Refusal for numbers that do not rise: a row is known by its line */
const lineAfter = (line: number, given: string | undefined): number => {
  const next = given === undefined ? line + 1 : Number(given);
  if (Number.isInteger(next) && next > line && next <= ROWS_OF_SHEETS) return next;
  const where = line === 0 ? "The first row of the sheet" : `The row after row ${line} of the sheet`;
  throw new Refusal("BAD_USER_INPUT", `${where} has a number that is none from ${line + 1} to ${ROWS_OF_SHEETS}.`);
};

/** Turns the XML of a sheet into rows of a table of so many columns, each handed on when it ends. */
export const sheetEvents = (book: Workbook, columns: number, onRow: (row: ReadRow) => void): XmlEvents => {
  let [line, column, inValue] = [0, -1, false];
  let [type, style, value] = ["n", 0, ""];
  let cells = new SheetCells(book, columns);
  return {
    open: (tag, attributes) => {
      const name = localName(tag);
      inValue = name === "v" || (name === "t" && type === "inlineStr");
      if (name === "row") {
        line = lineAfter(line, attributes.r);
        [column, cells] = [-1, new SheetCells(book, columns)];
      }
      if (name !== "c") return;
      column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
      [type, style, value] = [attributes.t ?? "n", Number(attributes.s ?? 0), ""];
      if (!(column >= 0 && column < COLUMNS_OF_SHEETS))
        throw new Refusal("BAD_USER_INPUT", `Row ${line} of the sheet has a cell outside of every column.`);
    },
    text: (text) => {
      // One more than a row may have is as good as all of it.
      if (inValue) value += text.slice(0, MOST_IN_ONE_ROW + 1 - value.length);
    },
    close: (tag) => {
      inValue = false;
      if (localName(tag) === "c") cells.add(column, { type, style, value });
      const row = localName(tag) === "row" ? cells.row(line) : null;
      if (row !== null) onRow(row);
    },
  };
};
