import { SYSTEM } from "../../../auth/viewer.js";
import { insertRejected, moveImportJob } from "../../../db/queries/import-job.js";
import { batchesOf } from "../batch.js";
import { type Batch, sortRows, writeRows } from "../import-rows.js";
import { advanced, type Progress, progressOf } from "./progress.js";
import { Lost, type Running } from "./running.js";
import { uploaderOf } from "./uploader.js";

/** Carries what would have happened out of a transaction that is undone. */
class Undone {
  constructor(
    readonly progress: Progress,
    readonly batches: readonly Batch[],
  ) {}
}

/** One transaction over everything, undone at its end; only what it would have come to is kept. */
export const rehearse = async ({ job, context, table, importerOf }: Running): Promise<"DONE" | "STOPPED"> => {
  const { database } = context;
  const rehearsed = await database
    .withViewer(SYSTEM, "WRITE", async (session) => {
      const importer = importerOf(await uploaderOf(session, job));
      let progress = progressOf(job);
      const batches: Batch[] = [];
      for await (const rows of batchesOf(table.rows())) {
        if (context.stopping?.()) return "STOPPED" as const;
        const batch = await writeRows(session, importer, sortRows(importer, rows, table.header.length));
        progress = advanced(progress, batch, job.bytes);
        if (batch.rejected.length > 0) batches.push({ ...batch, outcomes: [] });
      }
      throw new Undone(progress, batches);
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof Undone) return thrown;
      throw thrown;
    });
  if (rehearsed === "STOPPED") return rehearsed;
  await database.withViewer(SYSTEM, "WRITE", async (session) => {
    for (const batch of rehearsed.batches)
      await insertRejected(session, { vault: database.vault, jobId: job.id }, batch.rejected);
    if (!(await moveImportJob(session, job, rehearsed.progress))) throw new Lost();
  });
  return "DONE";
};
