import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Role } from "../../auth/role.js";
import type { Session } from "../database.js";
import type { Vault } from "../encryption/vault.js";
import { insertRows } from "../insert-rows.js";
import { importJob, importRejected } from "../tables/index.js";

export type StoredImportJob = typeof importJob.$inferSelect;

/** A job exists for whoever uploaded it, in the role and branch they did it in, and for nobody else. */
export interface Uploader {
  readonly accountId: string;
  readonly branchId: string | null;
  readonly role: Role;
}

const mine = ({ accountId, branchId, role }: Uploader) =>
  branchId === null
    ? sql`false`
    : and(eq(importJob.accountId, accountId), eq(importJob.branchId, branchId), eq(importJob.role, role));

export const findImportJob = async (
  { orm }: Session,
  uploader: Uploader,
  id: string,
): Promise<StoredImportJob | null> => {
  const [found] = await orm
    .select()
    .from(importJob)
    .where(and(eq(importJob.id, id), mine(uploader)));
  return found ?? null;
};

const isUploading = (id: string) => and(eq(importJob.id, id), eq(importJob.status, "UPLOADING"));

/** The newest first. */
export const listImportJobs = ({ orm }: Session, uploader: Uploader, most: number): Promise<StoredImportJob[]> =>
  orm.select().from(importJob).where(mine(uploader)).orderBy(desc(importJob.createdAt), desc(importJob.id)).limit(most);

const CHUNK = "import_chunk.bytes";

interface ChunkOf {
  readonly vault: Vault;
  readonly jobId: string;
  readonly position: number;
}

/** Whether an upload still comes in: nobody has cancelled it. Locked, so that nobody does before its piece is kept. */
export const holdsUpload = async (session: Session, jobId: string): Promise<boolean> => {
  const held = "select 1 from import_job where id = $1 and status = 'UPLOADING' for share";
  return (await session.rows(held, [jobId])).length === 1;
};

/** Has an upload imported that has come in; false: it was cancelled. */
export const queueImportJob = async ({ orm }: Session, id: string, bytes: number): Promise<boolean> => {
  const queued = await orm
    .update(importJob)
    .set({ bytes, status: "QUEUED" })
    .where(isUploading(id))
    .returning({ id: importJob.id });
  return queued.length === 1;
};

/** Leaves nothing of an upload that broke off; one that was cancelled stays, as it is. */
export const forgetUpload = ({ orm }: Session, id: string): Promise<unknown> =>
  orm.delete(importJob).where(isUploading(id));

/** Keeps a piece of an upload, encrypted. The driver sends text: base64 is the shortest there is. */
export const insertChunk = (
  session: Session,
  { vault, jobId, position }: ChunkOf,
  bytes: Uint8Array,
): Promise<unknown> =>
  session.rows("insert into import_chunk (job_id, position, bytes) values ($1, $2, decode($3, 'base64'))", [
    jobId,
    position,
    vault.encryptBytes(CHUNK, `${jobId}.${position}`, bytes).toString("base64"),
  ]);

export const readChunk = async (session: Session, { vault, jobId, position }: ChunkOf): Promise<Buffer | null> => {
  const [found] = await session.rows<{ bytes: string }>(
    "select encode(bytes, 'base64') as bytes from import_chunk where job_id = $1 and position = $2",
    [jobId, position],
  );
  if (found === undefined) return null;
  return vault.decryptBytes(CHUNK, `${jobId}.${position}`, Buffer.from(found.bytes, "base64"));
};

const CLAIM = `update import_job set status = 'RUNNING', claim = $1, attempts = attempts + 1, started_at = coalesce(started_at, clock_timestamp()),
    claimed_until = clock_timestamp() + make_interval(secs => case when dry_run then 3600 else 60 end)
  where id = (
    select id from import_job
    where status = 'QUEUED' or (status = 'RUNNING' and claimed_until < clock_timestamp())
    order by created_at, id limit 1 for update skip locked
  ) returning id`;

/** Takes the oldest job nobody works on. By the clock of the database: processes need not agree on the time. */
export const claimImportJob = async (session: Session, claim: string): Promise<StoredImportJob | null> => {
  const [taken] = await session.rows<{ id: string }>(CLAIM, [claim]);
  if (taken === undefined) return null;
  const [job] = await session.orm.select().from(importJob).where(eq(importJob.id, taken.id));
  return job ?? null;
};

/** Only a process that still holds its claim moves a job on: one that was slow has been overtaken. */
export const moveImportJob = async (
  { orm }: Session,
  { id, claim }: Pick<StoredImportJob, "id" | "claim">,
  changes: Partial<typeof importJob.$inferInsert>,
): Promise<boolean> => {
  const holds = and(eq(importJob.id, id), eq(importJob.claim, claim ?? ""), eq(importJob.status, "RUNNING"));
  const until = sql`clock_timestamp() + make_interval(secs => case when ${importJob.dryRun} then 3600 else 60 end)`;
  const moved = await orm
    .update(importJob)
    .set({ claimedUntil: until as unknown as string, ...changes })
    .where(holds)
    .returning({ id: importJob.id });
  return moved.length === 1;
};

/** Whether a process still holds its claim of a job: nobody has cancelled it, or taken it over. */
export const holdsImportJob = async (
  session: Session,
  { id, claim }: Pick<StoredImportJob, "id" | "claim">,
): Promise<boolean> => {
  const held = "select 1 from import_job where id = $1 and claim = $2 and status = 'RUNNING'";
  return (await session.rows(held, [id, claim])).length === 1;
};

export const dropChunks = (session: Session, jobId: string): Promise<unknown> =>
  session.rows("delete from import_chunk where job_id = $1", [jobId]);

const REJECTED = "import_rejected.text";

interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

export type StoredRejected = typeof importRejected.$inferInsert;

/** A rejected row as it is kept: its text, as it stood in the file, encrypted. */
export const encryptRejected = (
  { vault, jobId }: Pick<ChunkOf, "vault" | "jobId">,
  { line, reason, text }: RejectedRow,
): StoredRejected => ({ jobId, line, reason, text: vault.encrypt(REJECTED, `${jobId}.${line}`, text) });

export const insertRejected = (session: Session, rejected: readonly StoredRejected[]): Promise<void> =>
  insertRows(session, importRejected, rejected);

export interface KeptSize {
  readonly rows: number;
  /** Of the encrypted texts. */
  readonly bytes: number;
}

const KEPT = `select count(*)::int as rows, least(coalesce(sum(octet_length(text)), 0), 2147483647)::int as bytes
  from import_rejected where job_id = $1`;

/** How much is kept of the rejected rows of a job. */
export const keptSize = async (session: Session, jobId: string): Promise<KeptSize> => {
  const [kept] = await session.rows<KeptSize>(KEPT, [jobId]);
  return kept ?? { rows: 0, bytes: 0 };
};

interface RejectedPage {
  readonly behind: number;
  readonly most: number;
}

/** The rejected rows of a job behind a line, some at a time. */
export const listRejected = async (
  { orm }: Session,
  { vault, jobId }: Pick<ChunkOf, "vault" | "jobId">,
  { behind, most }: RejectedPage,
): Promise<RejectedRow[]> => {
  const found = await orm
    .select({ line: importRejected.line, reason: importRejected.reason, text: importRejected.text })
    .from(importRejected)
    .where(and(eq(importRejected.jobId, jobId), gt(importRejected.line, behind)))
    .orderBy(asc(importRejected.line))
    .limit(most);
  return found.map((row) => ({ ...row, text: vault.show(REJECTED, `${jobId}.${row.line}`, row.text) ?? "" }));
};

/** Jobs that ended before, and uploads that broke off before: with all that was kept of them. */
export const forgetImportJobsBefore = async ({ orm }: Session, ended: string, brokenOff: string): Promise<void> => {
  await orm
    .delete(importJob)
    .where(and(inArray(importJob.status, ["DONE", "FAILED", "CANCELLED"]), lt(importJob.finishedAt, ended)));
  await orm.delete(importJob).where(and(eq(importJob.status, "UPLOADING"), lt(importJob.createdAt, brokenOff)));
};
