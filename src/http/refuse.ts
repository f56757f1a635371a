import type { FastifyReply, FastifyRequest } from "fastify";
import { ERRORS, Refusal, type RefusalCode, saidBy } from "../domain/refusal.js";
import { tell } from "./language.js";
import { JSON_TYPE, negotiate } from "./media-type.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The content types a route takes, where they are others than JSON. */
    accepts?: readonly string[];
  }
}

/** Every answer that is not GraphQL's own has its shape all the same: clients read errors in one place. */
const send = (reply: FastifyReply, status: number, message: string, extensions: object): FastifyReply => {
  const type = negotiate(reply.request.headers.accept) ?? JSON_TYPE;
  const body = tell(reply, JSON.stringify({ errors: [{ message, extensions }] }), true);
  return reply.code(status).header("content-type", `${type}; charset=utf-8`).send(body);
};

/** HTTP has more ways to say no than the archive: `status` names one where the code's own is too coarse. */
export const refuse = (
  reply: FastifyReply,
  refusal: Refusal,
  status: number = ERRORS[refusal.code].status,
): FastifyReply => send(reply, status, ERRORS[refusal.code].en, saidBy(refusal));

/** A bug: the request id is all that leaves. */
export const fail = (reply: FastifyReply): FastifyReply =>
  send(reply, ERRORS.INTERNAL.status, ERRORS.INTERNAL.en, { code: "INTERNAL", requestId: reply.request.id });

const accepted = ({ routeOptions }: FastifyRequest): string => {
  const types = routeOptions.config?.accepts ?? [JSON_TYPE];
  return types.length === 1 ? `${types[0]}` : `one of ${types.join(", ")}`;
};

type Help = string | ((request: FastifyRequest) => string);

/** Refusals of the HTTP library, by its error code. */
const OF_LIBRARY: Readonly<Record<string, readonly [status: number, code: RefusalCode, help: Help]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, "LIMIT_EXCEEDED", "The request body is too large."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    "BAD_USER_INPUT",
    (request) => `The content-type of the request body has to be ${accepted(request)}.`,
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, "BAD_USER_INPUT", "The request body is shorter or longer than announced."],
  FST_ERR_BAD_URL: [400, "BAD_USER_INPUT", "The address is not well-formed."],
};

/** How many bytes were announced, and how many are allowed. */
const ofBody = ({ request }: FastifyReply, code: RefusalCode): Record<string, string | number> => {
  if (code !== "LIMIT_EXCEEDED") return {};
  const asked = Number(request.headers["content-length"]);
  return { of: "bytes of a request", limit: request.routeOptions.bodyLimit ?? 0, ...(asked > 0 && { asked }) };
};

/** Answers an error thrown while handling a request; false when it is a bug. */
export const refuseError = (reply: FastifyReply, error: unknown): boolean => {
  if (error instanceof Refusal) return Boolean(refuse(reply, error));
  const known = OF_LIBRARY[(error as { code?: string }).code ?? ""];
  if (known === undefined) return false;
  const [status, code, help] = known;
  const said = typeof help === "string" ? help : help(reply.request);
  return Boolean(refuse(reply, new Refusal(code, said, ofBody(reply, code)), status));
};
