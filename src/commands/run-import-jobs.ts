import { randomUUID } from "node:crypto";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { mayCall } from "../auth/authority.js";
import { SYSTEM, type Viewer } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { insertRows } from "../db/insert-rows.js";
import { findAccountById } from "../db/queries/account.js";
import {
  claimImportJob,
  dropChunks,
  moveImportJob,
  readChunk,
  type StoredImportJob,
} from "../db/queries/import-job.js";
import { importRejected } from "../db/tables/index.js";
import { todayIn } from "../domain/local-date.js";
import { Refusal } from "../domain/refusal.js";
import type { Chore, ChoreContext } from "./chore.js";
import { type Batch, sortRows, writeRows } from "./import/import-rows.js";
import type { Importer, Outcome } from "./import/importer.js";
import { IMPORT_KINDS, type ImportKind as MapKind } from "./import/mapping/import-kind.js";
import { readImportMap } from "./import/mapping/import-map.js";
import { batchesOf, importerFor } from "./import/open-import.js";
import type { Encoding } from "./import/reading/encoding.js";
import type { ReadRow } from "./import/reading/read-row.js";
import { openTable, type Table } from "./import/reading/table.js";
import type { Branch } from "./import/settings.js";

/** The job was cancelled, or another process has taken it: what is not committed is undone. */
class Lost extends Error {}

/** The uploaded bytes in a file only this process reads: a workbook is read from its end. */
const withFile = async <T>(database: Database, jobId: string, work: (file: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  try {
    const file = join(folder, "upload");
    const handle = await open(file, "wx", 0o600);
    const chunkAt = (position: number) =>
      database.withViewer(SYSTEM, "READ", (session) => readChunk(session, jobId, position));
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

interface Uploader {
  readonly viewer: Viewer;
  readonly branch: Branch;
}

/** Whoever uploaded it, as they stand now: what was taken from them since, the import may not do. @throws Refusal */
const uploaderOf = async (
  session: Session,
  { accountId, branchId, role, kind }: StoredImportJob,
): Promise<Uploader> => {
  const account = await findAccountById(session, accountId);
  const { mutation } = IMPORT_KINDS[kind.toLowerCase() as MapKind];
  const branch = account === null || account.disabled || !account.roles.includes(role) ? null : account.branch;
  if (account === null || branch?.id !== branchId || !mayCall(role, mutation))
    throw new Refusal("FORBIDDEN", "Whoever uploaded the file may not import it any more.");
  const { username, displayName, roles } = account;
  return { viewer: { accountId, sessionId: accountId, username, displayName, role, roles, branchId }, branch };
};

interface Running {
  readonly job: StoredImportJob;
  readonly context: ChoreContext;
  readonly table: Table;
  readonly importerOf: (uploader: Uploader) => Importer;
}

const FIRST_ROWS = 10;

type FirstRow = Outcome & { readonly reason?: string };

/** The first rows of each outcome. */
const withFirst = (kept: readonly FirstRow[], outcomes: readonly Outcome[]): readonly FirstRow[] => {
  const counts = new Map<string, number>();
  return [...kept, ...outcomes].filter(({ outcome }) => {
    const count = (counts.get(outcome) ?? 0) + 1;
    counts.set(outcome, count);
    return count <= FIRST_ROWS;
  });
};

type Progress = Pick<
  StoredImportJob,
  "rows" | "customers" | "records" | "superseded" | "unchanged" | "rejected" | "bytesDone"
> & { readonly firstRows: readonly FirstRow[] };

const progressOf = (job: StoredImportJob): Progress => {
  const { rows, customers, records, superseded, unchanged, rejected, bytesDone } = job;
  const firstRows = job.firstRows as readonly FirstRow[];
  return { rows, customers, records, superseded, unchanged, rejected, bytesDone, firstRows };
};

const advanced = (before: Progress, { summary, outcomes }: Batch, bytesDone: number): Progress => ({
  rows: before.rows + summary.rows,
  customers: before.customers + summary.customers,
  records: before.records + summary.records,
  superseded: before.superseded + summary.superseded,
  unchanged: before.unchanged + summary.unchanged,
  rejected: before.rejected + summary.rejected,
  bytesDone: Math.max(before.bytesDone, Math.round(bytesDone)),
  firstRows: withFirst(before.firstRows, outcomes),
});

const keepRejected = (session: Session, jobId: string, { rejected }: Batch): Promise<void> =>
  insertRows(
    session,
    importRejected,
    rejected.map((row) => ({ ...row, jobId })),
  );

/** Rows behind those an earlier run has written. */
async function* behind(rows: AsyncIterable<readonly ReadRow[]>, done: number): AsyncGenerator<readonly ReadRow[]> {
  let left = done;
  for await (const some of rows) {
    if (left < some.length) yield left === 0 ? some : some.slice(left);
    left = Math.max(0, left - some.length);
  }
}

/** One batch and the progress it makes are one transaction: killed at any instant, a job goes on behind it. */
const runBatches = async ({ job, context, table, importerOf }: Running): Promise<"DONE" | "STOPPED"> => {
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
      await keepRejected(session, job.id, batch);
      const next = advanced(progress, batch, bytes);
      if (!(await moveImportJob(session, job, { ...next, form: table.form, attempts: 0 }))) throw new Lost();
      return next;
    });
  }
  return "DONE";
};

/** Carries what would have happened out of a transaction that is undone. */
class Undone {
  constructor(
    readonly progress: Progress,
    readonly batches: readonly Batch[],
  ) {}
}

/** One transaction over everything, undone at its end; only what it would have come to is kept. */
const rehearse = async ({ job, context, table, importerOf }: Running): Promise<"DONE" | "STOPPED"> => {
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
    for (const batch of rehearsed.batches) await keepRejected(session, job.id, batch);
    if (!(await moveImportJob(session, job, { ...rehearsed.progress, form: table.form }))) throw new Lost();
  });
  return "DONE";
};

const openJob = async (context: ChoreContext, job: StoredImportJob, file: string): Promise<Running> => {
  const { database, now, timeZone, fourEyes } = context;
  const { fileName: name, sheet, encoding } = job;
  const reading = { name, ...(sheet && { sheet }), ...(encoding && { encoding: encoding as Encoding }) };
  const table = await openTable(file, reading);
  const map = { name: "map", map: job.map === null ? null : readImportMap("map", job.map) };
  const importerOf = ({ viewer, branch }: Uploader): Importer => {
    const acting = { database, viewer, now, timeZone, fourEyes, once: null, wake: () => {} };
    return importerFor({ branch, context: acting, today: todayIn(timeZone, now) }, map, table, name);
  };
  return { job, context, table, importerOf };
};

/** How often a job is taken up without getting on. */
const MOST_ATTEMPTS = 5;

const end = (context: ChoreContext, job: StoredImportJob, status: "DONE" | "FAILED", failure: string | null = null) =>
  context.database.withViewer(SYSTEM, "WRITE", async (session) => {
    const finishedAt = sql`clock_timestamp()` as unknown as string;
    const share = status === "DONE" ? { bytesDone: job.bytes } : {};
    if (await moveImportJob(session, job, { ...share, status, failure, finishedAt })) await dropChunks(session, job.id);
  });

const letGo = (context: ChoreContext, job: StoredImportJob) =>
  context.database.withViewer(SYSTEM, "WRITE", (session) =>
    moveImportJob(session, job, { status: "QUEUED", attempts: 0, claim: null, claimedUntil: null }),
  );

const runJob = async (context: ChoreContext, job: StoredImportJob): Promise<void> => {
  if (job.attempts > MOST_ATTEMPTS) return end(context, job, "FAILED", "Something went wrong here, again and again.");
  try {
    const result = await withFile(context.database, job.id, async (file) => {
      const running = await openJob(context, job, file);
      return job.dryRun ? rehearse(running) : runBatches(running);
    });
    await (result === "DONE" ? end(context, job, "DONE") : letGo(context, job));
  } catch (error) {
    if (error instanceof Lost) return;
    // What is no refusal is a bug or the database away: the claim runs out, and the job is tried again.
    if (!(error instanceof Refusal)) throw error;
    await end(context, job, "FAILED", error.message);
  }
};

/** Imports uploaded files, one after another: any process may, and one that was killed is followed by the next. */
export const runImportJobs: Chore = async (context) => {
  for (;;) {
    if (context.stopping?.()) return;
    const job = await context.database.withViewer(SYSTEM, "WRITE", (session) => claimImportJob(session, randomUUID()));
    if (job === null) return;
    await runJob(context, job);
    context.wake?.();
  }
};
