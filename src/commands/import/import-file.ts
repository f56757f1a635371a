import { basename } from "node:path";
import { batchesOf } from "./batch.js";
import { type Batch, joinSorted, type Sorted, sortRows } from "./import-rows.js";
import type { Importer } from "./importer.js";
import { importerFor, type NamedMap } from "./open-import.js";
import type { Table } from "./reading/table.js";
import type { ImportSettings } from "./settings.js";
import { type Transaction, writeInParts } from "./write-in-parts.js";

/** A file, read to its end as far as it is text. */
export interface Opened {
  readonly file: string;
  readonly table: Table;
}

export interface Run {
  readonly inTransaction: Transaction;
  readonly settings: ImportSettings;
  readonly map: NamedMap;
  /** Transactions at once. */
  readonly writers: number;
  readonly onBytes: (bytes: number) => void;
}

/** Batches a writer has before it waits for the others: what one waits for is made up for within a round. */
const BATCHES_A_ROUND = 3;

/** Rows, sorted batch by batch: in between, what is being written goes on. */
async function* sortedRounds(run: Run, { table }: Opened, importer: Importer): AsyncGenerator<Sorted> {
  const batches = run.writers === 1 ? 1 : run.writers * BATCHES_A_ROUND;
  let round: Sorted[] = [];
  for await (const rows of batchesOf(table.rows(run.onBytes))) {
    round.push(sortRows(importer, rows, table.header.length));
    if (round.length < batches) continue;
    yield joinSorted(round);
    round = [];
  }
  if (round.length > 0) yield joinSorted(round);
}

/** Imports one file, round by round. */
export async function* importFile(run: Run, opened: Opened): AsyncGenerator<Batch> {
  const importer = importerFor(run.settings, run.map, opened.table, basename(opened.file));
  let writing: Promise<Batch> | null = null;
  // Read and screened while the round before it is written.
  for await (const sorted of sortedRounds(run, opened, importer)) {
    if (writing !== null) yield await writing;
    writing = writeInParts(run.inTransaction, importer, sorted, run.writers);
    // Whoever waits for it next hears of it; a reader that fails meanwhile must not leave it unheard.
    writing.catch(() => {});
  }
  if (writing !== null) yield await writing;
}
