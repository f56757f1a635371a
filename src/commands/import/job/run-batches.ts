import { SYSTEM } from "../../../auth/viewer.js";
import { insertRejected, moveImportJob } from "../../../db/queries/import-job.js";
import { batchesOf } from "../batch.js";
import { sortRows, writeRows } from "../import-rows.js";
import type { ReadRow } from "../reading/read-row.js";
import { KeptRejected } from "./kept-rejected.js";
import { advanced, progressOf } from "./progress.js";
import { Lost, type Running } from "./running.js";
import { uploaderOf } from "./uploader.js";

/** Rows behind those an earlier run has written. */
async function* behind(rows: AsyncIterable<readonly ReadRow[]>, done: number): AsyncGenerator<readonly ReadRow[]> {
  let left = done;
  for await (const some of rows) {
    if (left < some.length) yield left === 0 ? some : some.slice(left);
    left = Math.max(0, left - some.length);
  }
}

/** One batch and the progress it makes are one transaction: killed at any instant, a job goes on behind it. */
export const runBatches = async ({ job, context, table, importerOf }: Running): Promise<"DONE" | "STOPPED"> => {
  const kept = await KeptRejected.of(context.database, job.id);
  let progress = progressOf(job);
  let bytes = 0;
  const onBytes = (read: number): void => {
    bytes += read;
  };
  for await (const rows of batchesOf(behind(table.rows(onBytes), job.rows))) {
    if (context.stopping?.()) return "STOPPED";
    progress = await context.database.withViewer(SYSTEM, "WRITE", async (session) => {
      const importer = importerOf(await uploaderOf(session, job));
      const batch = await writeRows(session, importer, sortRows(importer, rows, table.header.length));
      await insertRejected(session, kept.admit(batch.rejected));
      const next = advanced(progress, batch, bytes);
      if (!(await moveImportJob(session, job, { ...next, attempts: 0 }))) throw new Lost();
      return next;
    });
  }
  return "DONE";
};
