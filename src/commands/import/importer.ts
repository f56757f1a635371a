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

/** How the rows of one file are read and written: by the kind of file it is. */
export interface Importer<Row = unknown> {
  /** Of this row alone. @throws Refusal for a row no record can be made of */
  read(row: ReadRow): Row;
  write(session: Session, rows: readonly Row[]): Promise<Written>;
}
