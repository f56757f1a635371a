import { csvLine } from "../rejected-file.js";
import { cutText } from "../rejected-limits.js";
import { type Cell, cellText } from "./cell-text.js";
import type { ReadRow } from "./read-row.js";
import { columnName } from "./sheet-column.js";
import type { Workbook } from "./workbook.js";
import { MOST_IN_ONE_ROW } from "./workbook-limits.js";

/** The cells of a row, by their columns. What is right of the table is kept without all that is empty before it. */
export class SheetCells {
  private readonly within: string[] = [];
  private readonly beyond: string[] = [];
  private fault: string | null = null;
  private length = 0;

  constructor(
    private readonly book: Workbook,
    private readonly columns: number,
  ) {}

  add(column: number, cell: Cell): void {
    const read = cellText(cell, this.book);
    if ("fault" in read) this.fault ??= read.fault;
    else this.put(column, read.text);
  }

  private put(column: number, text: string): void {
    if (text === "") return;
    this.length += text.length;
    if (this.length > MOST_IN_ONE_ROW) this.fault = `it has more than ${MOST_IN_ONE_ROW} characters`;
    else if (column < this.columns) this.place(column, text);
    else {
      this.beyond.push(text);
      if (text.trim() !== "")
        this.fault ??= `it has a value in column ${columnName(column)}, right of the last column, ${columnName(this.columns - 1)}`;
    }
  }

  private place(column: number, text: string): void {
    while (this.within.length < column) this.within.push("");
    this.within[column] = text;
  }

  /** Null for one that is empty. */
  row(line: number): ReadRow | null {
    const { within, beyond, fault } = this;
    if (fault === null && within.every((text) => text.trim() === "")) return null;
    return { line, text: cutText(csvLine([...within, ...beyond])), cells: fault === null ? within : null, fault };
  }
}
