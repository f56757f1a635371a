import { validate } from "uuid";
import { mayAsk } from "../auth/authority.js";
import type { Viewer } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findImportJob, listRejected } from "../db/queries/import-job.js";
import { REJECTED_HEADER, rejectedLine } from "./import/rejected-file.js";

const PAGE = 500;

async function* linesOf(database: Database, viewer: Viewer, jobId: string): AsyncGenerator<string> {
  yield REJECTED_HEADER;
  for (let behind = 0; ; ) {
    const after = behind;
    const rows = await database.withViewer(viewer, "READ", (session) =>
      listRejected(session, { vault: database.vault, jobId }, { behind: after, most: PAGE }),
    );
    if (rows.length > 0) yield rows.map(rejectedLine).join("");
    if (rows.length < PAGE) return;
    behind = rows.at(-1)?.line ?? behind;
  }
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
  return job === null ? null : linesOf(database, viewer, jobId);
};
