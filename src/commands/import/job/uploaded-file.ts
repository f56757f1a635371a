import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SYSTEM } from "../../../auth/viewer.js";
import type { Database } from "../../../db/database.js";
import { readChunk } from "../../../db/queries/import-job.js";

/** The uploaded bytes in a file only this process reads: a workbook is read from its end. */
export const withFile = async <T>(
  database: Database,
  jobId: string,
  work: (file: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  try {
    const file = join(folder, "upload");
    const handle = await open(file, "wx", 0o600);
    const chunkAt = (position: number) =>
      database.withViewer(SYSTEM, "READ", (session) => readChunk(session, { vault: database.vault, jobId, position }));
    let position = 0;
    for (let chunk = await chunkAt(0); chunk !== null; chunk = await chunkAt(position)) {
      await handle.write(chunk);
      position += 1;
    }
    await handle.close();
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
