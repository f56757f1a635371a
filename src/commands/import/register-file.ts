import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { LocalDate } from "../../domain/local-date.js";
import { Refusal } from "../../domain/refusal.js";
import type { PlacedRegistration } from "./batch.js";
import { type CsvRow, csvRows } from "./csv-row.js";
import { linesOf } from "./line.js";
import { COLUMNS, REGISTER_HEADER, readRegisterRow } from "./register-row.js";
import { registrationOf } from "./registration.js";
import type { RejectedRow } from "./rejected-file.js";

/** Rows a transaction: an import that is interrupted loses as many at most, and goes on where it stopped. */
const BATCH = 500;

const isHeader = (cells: readonly string[] | null | undefined): boolean =>
  cells?.length === REGISTER_HEADER.length && REGISTER_HEADER.every((name, i) => cells[i]?.trim() === name);

/**
 * Reads a file to its end before anything of it is written: half an import would be hard to explain.
 *
 * @returns its size in bytes
 * @throws Refusal BAD_USER_INPUT when it is no register in UTF-8
 */
export const checkRegisterFile = async (file: string): Promise<number> => {
  let first: readonly string[] | null | undefined;
  for await (const { text, number } of linesOf(file)) if (number === 1) first = text.split(",");
  if (isHeader(first)) return (await stat(file)).size;
  throw new Refusal("BAD_USER_INPUT", `${file}: its first line is not the header ${REGISTER_HEADER.join(",")}.`);
};

/** Rows that follow each other, read or rejected. */
export interface RowBatch {
  readonly registrations: PlacedRegistration[];
  readonly rejected: RejectedRow[];
}

const sort = (batch: RowBatch, file: string, { line, text, cells }: CsvRow, today: LocalDate): void => {
  const read = readRegisterRow(cells);
  try {
    if ("reason" in read) batch.rejected.push({ line, text, reason: read.reason });
    else batch.registrations.push({ ...registrationOf(read.row, today), place: `${basename(file)}, line ${line}` });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    batch.rejected.push({ line, text, reason: error.message });
  }
};

/** The rows of a register below its header, some at a time. */
export async function* registerBatches(
  file: string,
  today: LocalDate,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RowBatch> {
  for await (const rows of csvRows(linesOf(file, onBytes), { columns: COLUMNS.length, size: BATCH })) {
    const batch: RowBatch = { registrations: [], rejected: [] };
    for (const row of rows) if (row.line > 1) sort(batch, file, row, today);
    yield batch;
  }
}
