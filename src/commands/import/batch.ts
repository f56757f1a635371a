import type { ReadRow } from "./reading/read-row.js";

/** Rows that are read, sorted and written at a time. */
export const BATCH = 1000;

/** Rows that follow each other, so many at a time. */
export async function* batchesOf(rows: AsyncIterable<readonly ReadRow[]>, size = BATCH): AsyncGenerator<ReadRow[]> {
  let waiting: ReadRow[] = [];
  for await (const some of rows) {
    waiting.push(...some);
    for (; waiting.length >= size; waiting = waiting.slice(size)) yield waiting.slice(0, size);
  }
  if (waiting.length > 0) yield waiting;
}
