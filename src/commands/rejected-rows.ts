import { validate } from "uuid";
import { mayAsk } from "../auth/authority.js";
import type { Viewer } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findImportJob, listRejected, type StoredImportJob } from "../db/queries/import-job.js";
import { notKeptLine, REJECTED_HEADER, rejectedLine } from "./import/rejected-file.js";

const PAGE = 500;

async function* linesOf(database: Database, viewer: Viewer, job: StoredImportJob): AsyncGenerator<string> {
  const kept = { vault: database.vault, jobId: job.id };
  let [behind, count] = [0, 0];
  yield REJECTED_HEADER;
  for (let full = true; full; ) {
    const page = { behind, most: PAGE };
    const rows = await database.withViewer(viewer, "READ", (session) => listRejected(session, kept, page));
    if (rows.length > 0) yield rows.map(rejectedLine).join("");
    behind = rows.at(-1)?.line ?? behind;
    count += rows.length;
    full = rows.length === PAGE;
  }
  if (count < job.rejected) yield notKeptLine(job.rejected - count);
}

/**
 * The rejected rows of an import job as a CSV no spreadsheet runs; null: there is no such job of this viewer, acting in
 * this role.
 */
export const rejectedRows = async (
  database: Database,
  viewer: Viewer,
  jobId: string,
): Promise<AsyncGenerator<string> | null> => {
  if (!validate(jobId) || !mayAsk(viewer.role, "importJob")) return null;
  const job = await database.withViewer(viewer, "READ", (session) => findImportJob(session, viewer, jobId));
  return job === null ? null : linesOf(database, viewer, job);
};
