import type { Session } from "../../db/database.js";
import type { ScreeningFinding } from "../../domain/screening/rule.js";
import type { ReadRow } from "./reading/read-row.js";

/** What an import makes of a row. */
export type Outcome =
  | { readonly line: number; readonly outcome: "NEW" | "CHANGED" | "UNCHANGED" }
  | { readonly line: number; readonly outcome: "REJECTED"; readonly reason: string };

/** What became of some rows: an outcome for each, and what screening found. */
export interface Written {
  readonly customers: number;
  readonly findings: readonly ScreeningFinding[];
  readonly outcomes: readonly Outcome[];
}

/** Rows that may be written beside each other, each part in a transaction of its own, and those that may not. */
export interface Parts<Row> {
  readonly apart: readonly (readonly Row[])[];
  readonly together: readonly Row[];
}

/** What was written of a part, and the rows that turned out to be for the transaction that goes last. */
export interface WrittenPart<Row> {
  readonly written: Written;
  readonly left: readonly Row[];
}

/** Writing by several transactions at once. */
export interface InParts<Row> {
  /** By the rows alone: rows that may be about one customer are in one part, or in none. */
  split(rows: readonly Row[], parts: number): Parts<Row>;
  write(session: Session, rows: readonly Row[]): Promise<WrittenPart<Row>>;
  lineOf(row: Row): number;
}

/** How the rows of one file are read and written: by the kind of file it is. */
export interface Importer<Row = unknown> {
  /** Of this row alone. @throws Refusal for a row no record can be made of */
  read(row: ReadRow): Row;
  write(session: Session, rows: readonly Row[]): Promise<Written>;
  readonly inParts?: InParts<Row>;
}
