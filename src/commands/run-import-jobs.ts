import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import { claimImportJob, dropChunks, moveImportJob, type StoredImportJob } from "../db/queries/import-job.js";
import { Refusal } from "../domain/refusal.js";
import type { Chore, ChoreContext } from "./chore.js";
import { rehearse } from "./import/job/rehearse.js";
import { runBatches } from "./import/job/run-batches.js";
import { Lost, openJob } from "./import/job/running.js";
import { withFile } from "./import/job/uploaded-file.js";
import { keptReason } from "./import/kept-reason.js";

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
    await end(context, job, "FAILED", keptReason(error.message));
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
