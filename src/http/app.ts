import { isUtf8 } from "node:buffer";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { BaseContext } from "../context.js";
import { Refusal } from "../domain/refusal.js";
import { faultOf } from "../fault.js";
import { refuseClient } from "./client-error.js";
import { addExplorer, type ExplorerSettings } from "./explorer.js";
import { addGraphql, type GraphqlOptions } from "./graphql.js";
import { addHealth } from "./health.js";
import { addHurry } from "./hurry.js";
import { addImports, type ImportOptions } from "./imports.js";
import { type Logger, logRequests } from "./log.js";
import { fail, refuse, refuseError } from "./refuse.js";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.js";
import { addSecurityHeaders } from "./security-headers.js";

declare module "fastify" {
  interface FastifyRequest {
    context: BaseContext | null;
  }
}

export interface AppOptions
  extends GraphqlOptions,
    Pick<ImportOptions, "importBytes" | "now" | "policyVersion" | "purposeRequired" | "wakeImports"> {
  readonly log: Logger;
  readonly bodyBytes: number;
  readonly corsOrigins: readonly string[];
  /** How many proxies stand before it: each names whom it speaks for. */
  readonly proxies: number;
  /** Null: there is no explorer page. */
  readonly explorer: ExplorerSettings | null;
  readonly isStopping: () => boolean;
}

const readJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    if (!isUtf8(body as Buffer)) return done(new Refusal("BAD_USER_INPUT", "The request body is not UTF-8."));
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(new Refusal("BAD_USER_INPUT", "The request body is not well-formed JSON."));
    }
  });
};

/** What befell the request itself: whoever sent it has gone. */
const isBrokenOff = ({ raw }: FastifyRequest, error: unknown): boolean => raw.errored === error;

const handleErrors = (app: FastifyInstance, log: Logger): void => {
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, new Refusal("NOT_FOUND", "There is nothing at this address.")),
  );
  app.setErrorHandler((error, request, reply) => {
    if (refuseError(reply, error)) return;
    if (isBrokenOff(request, error)) return void refuse(reply, new Refusal("BAD_USER_INPUT", "The request broke off."));
    log.error({ requestId: request.id, fault: faultOf(error) }, "a bug");
    fail(reply);
  });
};

const ASKED_WITH = [
  "authorization",
  "content-type",
  REQUEST_ID_HEADER,
  "idempotency-key",
  "x-acting-role",
  "x-disclosure",
  "x-purpose",
];

/** What Apollo's clients say of themselves, and what lets a GET without a sign-in pass for no form. */
const OF_APOLLO = [
  "apollographql-client-name",
  "apollographql-client-version",
  "apollo-require-preflight",
  "x-apollo-operation-name",
];

const allowOrigins = async (app: FastifyInstance, origins: readonly string[]): Promise<void> => {
  await app.register(cors, {
    origin: [...origins],
    methods: ["GET", "POST"],
    allowedHeaders: [...ASKED_WITH, ...OF_APOLLO],
    exposedHeaders: [REQUEST_ID_HEADER, "content-disposition", "location", "x-suppressed-groups"],
    maxAge: 600,
  });
};

const nameRequests = (app: FastifyInstance): void => {
  app.decorateRequest("context", null);
  app.addHook("onRequest", async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
};

/** A connection kept open for a next request would keep a stopping server from ending. */
const letGo = (app: FastifyInstance, isStopping: () => boolean): void => {
  app.addHook("onSend", async (_request, reply) => {
    if (isStopping()) reply.header("connection", "close");
  });
};

/** How long a file may take to come in; every other request is hurried. */
const UPLOAD_MS = 3_600_000;

/** The archive over HTTP, not yet listening. */
export const createApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { log, bodyBytes, corsOrigins, proxies, explorer, base, isStopping } = options;
  const app = fastify({
    bodyLimit: bodyBytes,
    clientErrorHandler: refuseClient,
    exposeHeadRoutes: false,
    genReqId: ({ headers }) => requestIdOf(headers[REQUEST_ID_HEADER]),
    frameworkErrors: (error, _request, reply) => void (refuseError(reply, error) || fail(reply)),
    requestTimeout: UPLOAD_MS,
    trustProxy: (_address, hop) => hop < proxies,
  });
  nameRequests(app);
  addHurry(app);
  logRequests(app, log);
  addSecurityHeaders(app);
  letGo(app, isStopping);
  readJson(app);
  handleErrors(app, log);
  await allowOrigins(app, corsOrigins);
  addHealth(app, base.database, isStopping);
  addGraphql(app, options);
  await addImports(app, options);
  if (explorer !== null) await addExplorer(app, explorer);
  return app;
};
