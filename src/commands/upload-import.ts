import { eq } from "drizzle-orm";
import { validate } from "uuid";
import { mayCall } from "../auth/authority.js";
import type { Viewer } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import {
  dropChunks,
  findImportJob,
  forgetUpload,
  holdsUpload,
  insertChunk,
  queueImportJob,
} from "../db/queries/import-job.js";
import { newId } from "../db/tables/columns.js";
import { importJob } from "../db/tables/index.js";
import { namesOf } from "../domain/enumeration.js";
import { type ImportKind, ImportKind as Kinds } from "../domain/import-job.js";
import { Refusal } from "../domain/refusal.js";
import { IMPORT_KINDS, type ImportKind as MapKind } from "./import/mapping/import-kind.js";
import { readImportMap } from "./import/mapping/import-map.js";
import { ENCODINGS } from "./import/reading/encoding.js";

/** How an upload is announced: all texts, as they stand in an address. */
export interface UploadRequest {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly map?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly dryRun?: string | undefined;
}

export interface UploadContext {
  readonly database: Database;
  readonly viewer: Viewer;
  readonly now: Date;
  /** Bytes a file may have. */
  readonly mostBytes: number;
  readonly wake: () => void;
}

const refuse = (message: string, field: string): never => {
  throw new Refusal("BAD_USER_INPUT", message, { field });
};

const kindOf = (text: string): ImportKind =>
  namesOf(Kinds).find((kind) => kind === text.toUpperCase()) ??
  refuse(`kind: say one of ${Object.keys(IMPORT_KINDS).join(", ")}.`, "kind");

const NAME = /^[^\p{Cc}\p{Cs}\p{Bidi_C}/\\]{1,200}$/u;
const SHEET = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

const read = (request: UploadRequest) => {
  const kind = kindOf(request.kind);
  const { map = null, sheet = null, name: fileName = "upload", dryRun = "false" } = request;
  const encoding = request.encoding?.toLowerCase() ?? null;
  if (!NAME.test(fileName)) refuse("name: a file name of at most 200 characters, without a path.", "name");
  if (encoding !== null && !ENCODINGS.some((each) => each === encoding))
    refuse(`encoding: say one of ${ENCODINGS.join(", ")}.`, "encoding");
  if (sheet !== null && !SHEET.test(sheet)) refuse("sheet: the name of a sheet, of at most 200 characters.", "sheet");
  if (dryRun !== "true" && dryRun !== "false") refuse("dryRun: say true or false.", "dryRun");
  if (map === null && kind !== "REGISTER") refuse(`map: ${kind.toLowerCase()} are imported through a map.`, "map");
  if (map !== null && readImportMap("map", map).kind.toUpperCase() !== kind)
    refuse("map: its kind is another than that of the upload.", "map");
  return { kind, map, sheet, fileName, encoding, dryRun: dryRun === "true" };
};

/** Whoever may collect one by hand may import many, into their own branch. @throws Refusal FORBIDDEN */
const requireCollector = ({ role, branchId }: Viewer, kind: ImportKind): string => {
  const { mutation } = IMPORT_KINDS[kind.toLowerCase() as MapKind];
  if (!mayCall(role, mutation))
    throw new Refusal("FORBIDDEN", `The role ${role} may not import this: it may not call ${mutation}.`);
  if (branchId === null) throw new Refusal("FORBIDDEN", "Files are imported by an account that has a branch.");
  return branchId;
};

const CHUNK = 512 * 1024;

/** Pieces of one size, whatever sizes the network makes. */
async function* inChunks(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [waiting, length]: [Buffer[], number] = [[], 0];
  for await (const part of body) {
    waiting.push(part);
    length += part.length;
    if (length < CHUNK) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(waiting);
}

const cancelled = (): Refusal =>
  new Refusal("INVALID_TRANSITION", "The import job was cancelled while its file came in.");

const store = async ({ database, viewer, mostBytes }: UploadContext, jobId: string, body: AsyncIterable<Buffer>) => {
  let [position, bytes] = [0, 0];
  for await (const chunk of inChunks(body)) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refusal("LIMIT_EXCEEDED", `A file may have ${mostBytes} bytes at most.`);
    await database.withViewer(viewer, "WRITE", async (session) => {
      if (!(await holdsUpload(session, jobId))) throw cancelled();
      await insertChunk(session, { vault: database.vault, jobId, position }, chunk);
    });
    position += 1;
  }
  if (bytes === 0) refuse("The request body is empty: it has to be the file.", "body");
  return bytes;
};

/**
 * Takes a file in, piece by piece, and has it imported: the answer does not wait for that. An upload that breaks off leaves
 * nothing; one that is cancelled ends with its next piece.
 *
 * @returns the id of the job
 * @throws Refusal BAD_USER_INPUT naming the field; FORBIDDEN; LIMIT_EXCEEDED; INVALID_TRANSITION when it is cancelled
 */
export const uploadImport = async (
  context: UploadContext,
  request: UploadRequest,
  body: AsyncIterable<Buffer>,
): Promise<string> => {
  const { database, viewer, now, wake } = context;
  const asked = read(request);
  const { accountId, role } = viewer;
  const branchId = requireCollector(viewer, asked.kind);
  const id = newId();
  const row = { ...asked, id, accountId, branchId, role, status: "UPLOADING" as const, createdAt: now.toISOString() };
  await database.withViewer(viewer, "WRITE", ({ orm }) => orm.insert(importJob).values(row));
  try {
    const bytes = await store(context, id, body);
    if (!(await database.withViewer(viewer, "WRITE", (session) => queueImportJob(session, id, bytes))))
      throw cancelled();
  } catch (error) {
    await database.withViewer(viewer, "WRITE", (session) => forgetUpload(session, id));
    throw error;
  }
  wake();
  return id;
};

const ENDED = ["DONE", "FAILED", "CANCELLED"] as const;

/**
 * Ends a job: rows that are in stay in.
 *
 * @throws Refusal NOT_FOUND; INVALID_TRANSITION
 */
export const cancelImportJob = async (
  { database, viewer, now }: Pick<UploadContext, "database" | "viewer" | "now">,
  id: string,
): Promise<void> =>
  database.withViewer(viewer, "WRITE", async (session) => {
    const job = validate(id) ? await findImportJob(session, viewer, id) : null;
    if (job === null) throw new Refusal("NOT_FOUND", "There is no such import job.", { field: "id" });
    if (ENDED.some((ended) => ended === job.status))
      throw new Refusal("INVALID_TRANSITION", `An import job that is ${job.status} is at its end.`, { field: "id" });
    const finishedAt = now.toISOString();
    await session.orm.update(importJob).set({ status: "CANCELLED", finishedAt }).where(eq(importJob.id, id));
    await dropChunks(session, id);
  });
