import type { StoredImportJob } from "../../../db/queries/import-job.js";
import { todayIn } from "../../../domain/local-date.js";
import type { ChoreContext } from "../../chore.js";
import type { Importer } from "../importer.js";
import { readImportMap } from "../mapping/import-map.js";
import { importerFor } from "../open-import.js";
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

export const openJob = async (context: ChoreContext, job: StoredImportJob, file: string): Promise<Running> => {
  const { database, now, timeZone, fourEyes } = context;
  const { fileName: name, sheet, encoding } = job;
  const reading = { name, ...(sheet && { sheet }), ...(encoding && { encoding: encoding as Encoding }) };
  const table = await openTable(file, reading);
  const map = { name: "map", map: job.map === null ? null : readImportMap("map", job.map) };
  const importerOf = ({ viewer, branch }: Uploader): Importer => {
    const acting = { database, viewer, now, timeZone, fourEyes, once: null, wrote: () => {} };
    return importerFor({ branch, context: acting, today: todayIn(timeZone, now) }, map, table, name);
  };
  return { job, context, table, importerOf };
};
