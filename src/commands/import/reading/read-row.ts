/** A row as it stands in a file; cells null where they cannot be read, and `fault` says why. */
export interface ReadRow {
  /** Of the file, or of the sheet, from 1. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
  readonly fault: string | null;
}
