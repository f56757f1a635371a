import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AccessRead } from "../auth/access-reads.js";
import { isViewer, type Viewer } from "../auth/viewer.js";
import type { AccessEntry } from "../commands/ledger-entry.js";
import { recognize } from "../commands/recognize.js";
import { rejectedRows } from "../commands/rejected-rows.js";
import { type UploadRequest, uploadImport } from "../commands/upload-import.js";
import type { BaseContext } from "../context.js";
import { namesOf } from "../domain/enumeration.js";
import { Refusal } from "../domain/refusal.js";
import { Purpose } from "../domain/source.js";
import { takeTime } from "./hurry.js";
import { vary } from "./language.js";
import { purposeOf } from "./purpose.js";

export interface ImportOptions {
  readonly base: Pick<BaseContext, "database" | "identity" | "ledger">;
  readonly policyVersion: string;
  /** Whether whoever reads personal data has to name the purpose. */
  readonly purposeRequired: boolean;
  readonly now: () => Date;
  /** Bytes a file may have. */
  readonly importBytes: number;
  /** Starts the import of what was uploaded. */
  readonly wakeImports: () => void;
}

const IMPORTS = "/imports";

/** What a file may be announced as; it is told by its content all the same. */
const FILE_TYPES = [
  "text/csv",
  "text/tab-separated-values",
  "application/octet-stream",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

/** Whoever asks, recognised as for every operation; the log names them. */
const contextOf = async ({ base, now }: ImportOptions, http: FastifyRequest): Promise<BaseContext> => {
  const at = now();
  const { authorization, "x-acting-role": role } = http.headers;
  const actingRole = Array.isArray(role) ? role.join(", ") : role;
  const principal = await recognize(base.identity, { authorization, actingRole }, at);
  const purpose = purposeOf(http.headers["x-purpose"]);
  const said = { address: http.ip, operationName: null, idempotencyKey: null, purpose, persisted: null };
  const known = { principal, requestId: http.id, now: at, exit: "REJECTED_ROWS", touched: new Set<string>() } as const;
  http.context = { ...base, ...said, ...known, wrote: () => {} };
  return http.context;
};

/** @throws Refusal UNAUTHENTICATED */
const signedIn = ({ principal }: BaseContext): Viewer => {
  if (!isViewer(principal))
    throw new Refusal("UNAUTHENTICATED", "Sign in first: send the token of `login` as `Authorization: Bearer …`.");
  return principal;
};

/** The rows of a file may hold anything, and of contacts do (SP4). @throws Refusal BAD_USER_INPUT */
const requirePurpose = ({ purpose }: BaseContext): void => {
  if (purpose !== null) return;
  const purposes = namesOf(Purpose).join(", ");
  throw new Refusal(
    "BAD_USER_INPUT",
    `Rejected rows may be personal data: name the purpose in x-purpose, ${purposes}.`,
  );
};

const PARAMETERS = ["kind", "name", "map", "encoding", "sheet", "dryRun"] as const;

/** @throws Refusal BAD_USER_INPUT for a parameter that is none, or stands there twice: it would not do what it says */
const requestOf = ({ query }: FastifyRequest): UploadRequest => {
  const given = query as Record<string, unknown>;
  for (const [name, value] of Object.entries(given))
    if (!PARAMETERS.some((known) => known === name) || typeof value !== "string")
      throw new Refusal("BAD_USER_INPUT", `An upload says ${PARAMETERS.join(", ")}, each once at most.`);
  return { ...given, kind: String(given.kind ?? "") };
};

const upload = (options: ImportOptions) => async (http: FastifyRequest, reply: FastifyReply) => {
  const { base, now, importBytes: mostBytes, wakeImports: wake } = options;
  const viewer = signedIn(await contextOf(options, http));
  takeTime(http);
  const context = { database: base.database, viewer, now: now(), mostBytes, wake };
  // What is refused before its end is answered all the same: the connection is left to the answer.
  const body = ((http.body ?? Readable.from([])) as Readable).iterator({ destroyOnReturn: false });
  const id = await uploadImport(context, requestOf(http), body);
  return reply.code(202).header("location", `${IMPORTS}/${id}`).send({ id });
};

const NOT_FOUND = { outcome: "REFUSED", code: "NOT_FOUND" } as const;

const OPERATION = {
  name: "rejectedRows",
  hash: createHash("sha256").update("GET /imports/ID/rejected.csv").digest("hex"),
  registered: false,
} as const;

/** The rows of a file may hold anything: that they are read is written down before the first of them leaves. */
const EXPORTED: readonly AccessRead[] = [
  { coordinate: "ImportJob.rejectedRows", use: "export", grade: "INTERNAL", level: "FULL" },
];

interface Downloaded extends Pick<AccessEntry, "viewer" | "policyVersion"> {
  readonly found: boolean;
}

/** @throws Refusal UNAVAILABLE: what cannot be written down does not leave */
const record = async (context: BaseContext, { found, ...who }: Downloaded): Promise<void> => {
  const { ledger, now, purpose, exit, touched } = context;
  const ended = found ? ({ outcome: "ANSWERED", code: null } as const) : NOT_FOUND;
  const what = { operation: OPERATION, reads: found ? EXPORTED : [], customers: touched };
  await ledger.write({ ...who, ...what, ...ended, occurredAt: now, purpose, exit }).catch(() => {
    throw new Refusal("UNAVAILABLE", "Nothing is answered: that you read this could not be written down (SP12).");
  });
};

const download = (options: ImportOptions) => async (http: FastifyRequest, reply: FastifyReply) => {
  const context = await contextOf(options, http);
  const viewer = signedIn(context);
  if (options.purposeRequired) requirePurpose(context);
  const { id } = http.params as { id: string };
  const rows = await rejectedRows(options.base.database, viewer, id);
  await record(context, { viewer, policyVersion: options.policyVersion, found: rows !== null });
  if (rows === null) throw new Refusal("NOT_FOUND", "There is nothing at this address.");
  vary(reply);
  return reply
    .headers({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rejected.csv"',
      "cache-control": "no-store",
    })
    .send(Readable.from(rows));
};

/**
 * Files come in at `POST /imports`, as they are: the body is never held in memory. Rejected rows go out at
 * `GET /imports/ID/rejected.csv`, to whoever sent the file.
 */
export const addImports = async (app: FastifyInstance, options: ImportOptions): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FILE_TYPES, (_request, body, done) => done(null, body));
    scope.post(IMPORTS, { config: { accepts: FILE_TYPES } }, upload(options));
    scope.get(`${IMPORTS}/:id/rejected.csv`, download(options));
  });
};
