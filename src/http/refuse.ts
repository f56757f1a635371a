import type { FastifyReply } from "fastify";
import { REFUSALS, Refusal, type RefusalCode } from "../domain/refusal.js";
import { JSON_TYPE, negotiate } from "./media-type.js";

/** Every answer that is not GraphQL's own has its shape all the same: clients read errors in one place. */
const bodyOf = (code: string, message: string, details: object): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });

const send = (reply: FastifyReply, status: number, body: string): FastifyReply => {
  const type = negotiate(reply.request.headers.accept) ?? JSON_TYPE;
  return reply.code(status).header("content-type", `${type}; charset=utf-8`).send(body);
};

/** HTTP has more ways to say no than the archive: `status` names one where the code's own is too coarse. */
export const refuse = (reply: FastifyReply, refusal: Refusal, status: number = REFUSALS[refusal.code]): FastifyReply =>
  send(reply, status, bodyOf(refusal.code, refusal.message, refusal.details));

/** A bug: the request id is all that leaves. */
export const fail = (reply: FastifyReply): FastifyReply =>
  send(reply, 500, bodyOf("INTERNAL", "Something went wrong here.", { requestId: reply.request.id }));

/** Refusals of the HTTP library, by its error code. */
const OF_LIBRARY: Readonly<Record<string, readonly [status: number, code: RefusalCode, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, "LIMIT_EXCEEDED", "The request body is too large."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, "BAD_USER_INPUT", `The request body has to be ${JSON_TYPE}.`],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, "BAD_USER_INPUT", "The request body is shorter or longer than announced."],
  FST_ERR_BAD_URL: [400, "BAD_USER_INPUT", "The address is not well-formed."],
};

/** Answers an error thrown while handling a request; false when it is a bug. */
export const refuseError = (reply: FastifyReply, error: unknown): boolean => {
  if (error instanceof Refusal) return Boolean(refuse(reply, error));
  const known = OF_LIBRARY[(error as { code?: string }).code ?? ""];
  if (known === undefined) return false;
  const [status, code, message] = known;
  return Boolean(refuse(reply, new Refusal(code, message), status));
};
