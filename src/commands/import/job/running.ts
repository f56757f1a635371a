import { SYSTEM } from "../../../auth/viewer.js";
import { moveImportJob, type StoredImportJob } from "../../../db/queries/import-job.js";
import { todayIn } from "../../../domain/local-date.js";
import type { ChoreContext } from "../../chore.js";
import type { Importer } from "../importer.js";
import { readImportMap } from "../mapping/import-map.js";
import { checkMap, importerFor, type NamedMap } from "../open-import.js";
import type { Encoding } from "../reading/encoding.js";
import { openTable, type Table } from "../reading/table.js";
import type { Uploader } from "./uploader.js";

/** The job was cancelled, or another process has taken it: what is not committed is undone. */
export class Lost extends Error {}

export interface Running {
  readonly job: StoredImportJob;
  readonly context: ChoreContext;
  readonly table: Table;
  readonly importerOf: (uploader: Uploader) => Importer;
}

const NO_MAP: NamedMap = { name: "the parameter map", map: null };

/** Kept before the first row is read: a job without rows, or one that fails, says all the same what its file is. */
const keepForm = async ({ database }: ChoreContext, job: StoredImportJob, { form }: Table): Promise<void> => {
  const kept = await database.withViewer(SYSTEM, "WRITE", (session) => moveImportJob(session, job, { form }));
  if (!kept) throw new Lost();
};

/** @throws Refusal for a file that is none, or that its map does not fit; Lost */
export const openJob = async (context: ChoreContext, job: StoredImportJob, file: string): Promise<Running> => {
  const { database, now, timeZone, fourEyes } = context;
  const { fileName: name, sheet, encoding } = job;
  const reading = { name, ...(sheet && { sheet }), ...(encoding && { encoding: encoding as Encoding }) };
  const table = await openTable(file, reading);
  const map = job.map === null ? NO_MAP : { name: "map", map: readImportMap("map", job.map) };
  const today = todayIn(timeZone, now);
  await keepForm(context, job, table);
  checkMap(map, table, name, today);
  const importerOf = ({ viewer, branch }: Uploader): Importer => {
    const acting = { database, viewer, now, timeZone, fourEyes, once: null, wrote: () => {} };
    return importerFor({ branch, context: acting, today }, map, table, name);
  };
  return { job, context, table, importerOf };
};
