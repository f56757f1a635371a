import type { Session } from "../../db/database.js";
import { lookUpByIndex, waitForOtherImports } from "../../db/queries/import.js";
import { Refusal } from "../../domain/refusal.js";
import type { Importer, Outcome, Written } from "./importer.js";
import { keptReason } from "./kept-reason.js";
import type { ReadRow } from "./reading/read-row.js";
import type { RejectedRow } from "./rejected-file.js";
import { type ImportSummary, summaryOf } from "./summary.js";

/** What became of some rows that follow each other in a file. */
export interface Batch {
  readonly summary: ImportSummary;
  readonly outcomes: readonly Outcome[];
  readonly rejected: readonly RejectedRow[];
}

const faultOf = ({ cells, fault }: ReadRow, columns: number): string | null => {
  if (cells === null) return fault ?? "it cannot be read";
  if (cells.some((cell) => cell.includes("\0"))) return "it contains a NUL byte";
  return cells.length === columns ? null : `it has ${cells.length} columns instead of ${columns}`;
};

/** Rows as far as they can be told without the archive. */
export interface Sorted {
  readonly rows: readonly ReadRow[];
  readonly readable: readonly unknown[];
  readonly rejected: readonly Outcome[];
}

/** Reads rows one by one; one that cannot be read takes none of the others along. */
export const sortRows = (importer: Importer, rows: readonly ReadRow[], columns: number): Sorted => {
  const sorted = { rows, readable: [] as unknown[], rejected: [] as Outcome[] };
  for (const row of rows) {
    try {
      const fault = faultOf(row, columns);
      if (fault !== null) throw new Refusal("BAD_USER_INPUT", fault);
      sorted.readable.push(importer.read(row));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sorted.rejected.push({ line: row.line, outcome: "REJECTED", reason: keptReason(error.message) });
    }
  }
  return sorted;
};

/** Several of them as one, in their order. */
export const joinSorted = (parts: readonly Sorted[]): Sorted => ({
  rows: parts.flatMap(({ rows }) => rows),
  readable: parts.flatMap(({ readable }) => readable),
  rejected: parts.flatMap(({ rejected }) => rejected),
});

const rejectedRows = (rows: readonly ReadRow[], outcomes: readonly Outcome[]): RejectedRow[] => {
  const reasons = new Map(outcomes.flatMap((each) => (each.outcome === "REJECTED" ? [[each.line, each.reason]] : [])));
  if (reasons.size === 0) return [];
  return rows.flatMap(({ line, text }) => {
    const reason = reasons.get(line);
    return reason === undefined ? [] : [{ line, reason, text }];
  });
};

/** What became of each row, those included that could not be read. */
export const batchOf = (sorted: Sorted, written: Written): Batch => {
  const outcomes = [...written.outcomes, ...sorted.rejected];
  return {
    summary: summaryOf({ ...written, outcomes }),
    outcomes,
    rejected: rejectedRows(sorted.rows, outcomes),
  };
};

/** Writes what can be written of sorted rows. */
export const writeRows = async (session: Session, importer: Importer, sorted: Sorted): Promise<Batch> => {
  await waitForOtherImports(session);
  await lookUpByIndex(session);
  return batchOf(sorted, await importer.write(session, sorted.readable));
};
