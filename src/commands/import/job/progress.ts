import type { StoredImportJob } from "../../../db/queries/import-job.js";
import type { Batch } from "../import-rows.js";
import type { Outcome } from "../importer.js";

const FIRST_ROWS = 10;

type FirstRow = Outcome & { readonly reason?: string };

/** The first rows of each outcome. */
const withFirst = (kept: readonly FirstRow[], outcomes: readonly Outcome[]): readonly FirstRow[] => {
  const counts = new Map<string, number>();
  return [...kept, ...outcomes].filter(({ outcome }) => {
    const count = (counts.get(outcome) ?? 0) + 1;
    counts.set(outcome, count);
    return count <= FIRST_ROWS;
  });
};

export type Progress = Pick<
  StoredImportJob,
  "rows" | "customers" | "records" | "superseded" | "unchanged" | "rejected" | "bytesDone"
> & { readonly firstRows: readonly FirstRow[] };

export const progressOf = (job: StoredImportJob): Progress => {
  const { rows, customers, records, superseded, unchanged, rejected, bytesDone } = job;
  const firstRows = job.firstRows as readonly FirstRow[];
  return { rows, customers, records, superseded, unchanged, rejected, bytesDone, firstRows };
};

export const advanced = (before: Progress, { summary, outcomes }: Batch, bytesDone: number): Progress => ({
  rows: before.rows + summary.rows,
  customers: before.customers + summary.customers,
  records: before.records + summary.records,
  superseded: before.superseded + summary.superseded,
  unchanged: before.unchanged + summary.unchanged,
  rejected: before.rejected + summary.rejected,
  bytesDone: Math.max(before.bytesDone, Math.round(bytesDone)),
  firstRows: withFirst(before.firstRows, outcomes),
});
