import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { recognize } from "../commands/recognize.js";
import type { BaseContext } from "../context.js";
import { ERRORS, isErrorCode, Refusal } from "../domain/refusal.js";
import { answerStatus } from "./answer-status.js";
import type { Answers } from "./answers.js";
import { type CsvFile, csvFile, csvReportOf, ONLY_REPORTS } from "./csv-report.js";
import { type GraphqlRequest, operationNameOf, requestOfBody, requestOfSearch } from "./graphql-request.js";
import { idempotencyKeyOf } from "./idempotency-key.js";
import { tell, vary } from "./language.js";
import { CSV_TYPE, GRAPHQL_TYPE, JSON_TYPE, negotiate, wantsCsv } from "./media-type.js";
import { purposeOf } from "./purpose.js";
import { refuse } from "./refuse.js";
import { type Operations, requestedDocument } from "./requested-document.js";

export interface GraphqlOptions {
  readonly apollo: ApolloServer<BaseContext>;
  /** All of a context that does not come from the request. */
  readonly base: Pick<BaseContext, "database" | "identity" | "ledger">;
  readonly answers: Answers;
  readonly operations: Operations;
}

const headersOf = ({ headers }: FastifyRequest): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
};

const searchOf = ({ url }: FastifyRequest): string => (url.includes("?") ? url.slice(url.indexOf("?")) : "");

/** The request with its document written out. */
const written = ({ method, search }: { method: string; search: string }, asked: GraphqlRequest, query: string) => {
  const { documentId, operationName, variables } = asked;
  if (method !== "GET") return { search, body: { query, operationName, variables } };
  if (documentId === null) return { search, body: undefined };
  const parameters = new URLSearchParams(search);
  parameters.set("query", query);
  parameters.delete("extensions");
  return { search: `?${parameters}`, body: undefined };
};

interface Arrived extends Pick<BaseContext, "persisted" | "now" | "exit" | "wrote"> {
  readonly asked: GraphqlRequest;
}

const contextOf = async (options: GraphqlOptions, http: FastifyRequest, { asked, ...arrived }: Arrived) => {
  const { now } = arrived;
  const { authorization, "x-acting-role": actingRole } = http.headers;
  const credentials = { authorization, actingRole: actingRole === undefined ? actingRole : String(actingRole) };
  const principal = await recognize(options.base.identity, credentials, now);
  const operationName = operationNameOf(asked);
  const idempotencyKey = idempotencyKeyOf(http.headers["idempotency-key"]);
  const purpose = purposeOf(http.headers["x-purpose"]);
  const said = { requestId: http.id, address: http.ip, operationName, idempotencyKey, purpose };
  return { ...options.base, ...arrived, ...said, principal, touched: new Set<string>() } satisfies BaseContext;
};

const textOf = ({ body }: HTTPGraphQLResponse): string => {
  if (body.kind === "chunked") throw new Error("incremental delivery is not offered");
  return body.string;
};

const answer = async (reply: FastifyReply, answered: HTTPGraphQLResponse): Promise<FastifyReply> => {
  const { status = 200, headers } = answered;
  const text = textOf(answered);
  for (const [name, value] of headers) reply.header(name, value);
  const code = answerStatus(status, headers.get("content-type") ?? "", text);
  // Apollo writes errors first, where there are any.
  return reply.code(code).send(tell(reply, text, text.startsWith('{"errors":')));
};

/** GraphQL answers 200 where an operation has failed while it ran; saved as a file it would pass for a table. */
const failing = (answered: HTTPGraphQLResponse): HTTPGraphQLResponse => {
  const { errors = [] } = JSON.parse(textOf(answered)) as { errors?: { extensions?: { code?: string } }[] };
  const code = errors[0]?.extensions?.code;
  const { status = 200 } = answered;
  const own = isErrorCode(code) ? ERRORS[code].status : ERRORS.INTERNAL.status;
  return { ...answered, status: status >= 400 ? status : own };
};

/** A refusal stays what it is, with its status: nobody takes it for a table. */
const answerCsv = async (
  reply: FastifyReply,
  answered: HTTPGraphQLResponse,
  file: CsvFile | null,
): Promise<FastifyReply> => {
  if (file === null) return answer(reply, failing(answered));
  reply.header("content-type", `${CSV_TYPE}; charset=utf-8; header=present`);
  reply.header("content-disposition", `attachment; filename="${file.name}"`);
  reply.header("x-suppressed-groups", file.suppressedGroups);
  vary(reply);
  return reply.send(file.text);
};

interface Answering {
  readonly csv: boolean;
  readonly now: Date;
  readonly wrote: () => void;
}

const respond = async (
  options: GraphqlOptions,
  http: FastifyRequest,
  reply: FastifyReply,
  { csv, now, wrote }: Answering,
): Promise<FastifyReply> => {
  const search = searchOf(http);
  const { method } = http;
  const asked = method === "GET" ? requestOfSearch(search) : requestOfBody(http.body);
  const document = await requestedDocument(options.operations, asked, now);
  const report = csv ? csvReportOf(document, asked) : null;
  if (csv && report === null) return refuse(reply, new Refusal("BAD_USER_INPUT", ONLY_REPORTS), 406);
  const { query, persisted } = document;
  const exit = report === null ? "GRAPHQL" : "CSV_REPORT";
  const context = await contextOf(options, http, { asked, now, persisted, exit, wrote });
  http.context = context;
  const headers = headersOf(http);
  if (report !== null) headers.set("accept", GRAPHQL_TYPE);
  const httpGraphQLRequest = { method, headers, ...written({ method, search }, asked, query) };
  const answered = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => context,
  });
  if (report === null) return answer(reply, answered);
  const { variables } = asked;
  return answerCsv(reply, answered, csvFile(report, { body: textOf(answered), variables, today: now }));
};

const handle =
  (options: GraphqlOptions) =>
  async (http: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // An answer is for one role: a GET of the same address by another is another answer.
    reply.header("cache-control", "no-store");
    // Before anything runs: a mutation must not be done and then not be answered.
    const csv = wantsCsv(http.headers.accept);
    if (!csv && negotiate(http.headers.accept) === null) {
      return refuse(reply, new Refusal("BAD_USER_INPUT", `Accept ${JSON_TYPE} or ${GRAPHQL_TYPE}.`), 406);
    }
    return options.answers.making((now, wrote) => respond(options, http, reply, { csv, now, wrote }));
  };

const refuseMethod = (_http: FastifyRequest, reply: FastifyReply): FastifyReply =>
  refuse(reply.header("allow", "GET, POST"), new Refusal("BAD_USER_INPUT", "Use POST, or GET for a query."), 405);

export const addGraphql = (app: FastifyInstance, options: GraphqlOptions): void => {
  app.route({ method: ["GET", "POST"], url: "/graphql", handler: handle(options) });
  app.route({ method: ["PUT", "PATCH", "DELETE", "HEAD"], url: "/graphql", handler: refuseMethod });
};
