import { SYSTEM } from "../../../auth/viewer.js";
import type { Session } from "../../../db/database.js";
import { holdsImportJob, insertRejected, moveImportJob, type StoredRejected } from "../../../db/queries/import-job.js";
import { batchesOf } from "../batch.js";
import { sortRows, writeRows } from "../import-rows.js";
import { KeptRejected } from "./kept-rejected.js";
import { advanced, type Progress, progressOf } from "./progress.js";
import { Lost, type Running } from "./running.js";
import { uploaderOf } from "./uploader.js";

interface Rehearsed {
  readonly progress: Progress;
  readonly rejected: readonly StoredRejected[];
}

/** Carries what would have happened out of a transaction that is undone, however far it came: what ends is committed. */
class Undone {
  constructor(readonly rehearsed: Rehearsed | "STOPPED") {}
}

const undone = async ({ job, context, table, importerOf }: Running, session: Session): Promise<Undone> => {
  const importer = importerOf(await uploaderOf(session, job));
  const kept = KeptRejected.ofNone(context.database, job.id);
  const rejected: StoredRejected[] = [];
  let progress = progressOf(job);
  for await (const rows of batchesOf(table.rows())) {
    if (context.stopping?.()) return new Undone("STOPPED");
    // Everybody who imports waits for this transaction: a job that was cancelled does not keep them.
    if (!(await holdsImportJob(session, job))) throw new Lost();
    const batch = await writeRows(session, importer, sortRows(importer, rows, table.header.length));
    progress = advanced(progress, batch, job.bytes);
    rejected.push(...kept.admit(batch.rejected));
  }
  return new Undone({ progress, rejected });
};

/** One transaction over everything, undone at its end; only what it would have come to is kept. */
export const rehearse = async (running: Running): Promise<"DONE" | "STOPPED"> => {
  const { job, context } = running;
  const { rehearsed } = await context.database
    .withViewer(SYSTEM, "WRITE", async (session): Promise<Undone> => {
      throw await undone(running, session);
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof Undone) return thrown;
      throw thrown;
    });
  if (rehearsed === "STOPPED") return rehearsed;
  await context.database.withViewer(SYSTEM, "WRITE", async (session) => {
    await insertRejected(session, rehearsed.rejected);
    if (!(await moveImportJob(session, job, rehearsed.progress))) throw new Lost();
  });
  return "DONE";
};
