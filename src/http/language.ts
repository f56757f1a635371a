import type { FastifyReply, FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { ERRORS, isErrorCode, type Language } from "../domain/refusal.js";

/** The first is spoken to whoever asks for none of them. */
const LANGUAGES = ["en", "zh"] as const satisfies Language[];

/** The language an error is told in, by what the client accepts: zh-CN is zh. */
const languageOf = (request: Pick<FastifyRequest, "headers">): Language =>
  (new Negotiator(request).language(LANGUAGES) as Language | undefined) ?? LANGUAGES[0];

interface Told {
  readonly errors?: readonly { message: string; readonly extensions?: { readonly code?: string } }[];
}

/** An answer as it is told in a language: a code has one message in each. */
const toldIn = (language: Language, body: string): string => {
  if (language === LANGUAGES[0]) return body;
  const answer = JSON.parse(body) as Told;
  for (const error of answer.errors ?? []) {
    const code = error.extensions?.code;
    if (isErrorCode(code)) error.message = ERRORS[code][language];
  }
  return JSON.stringify(answer);
};

/** Of what the answer depends on, besides who asks. */
const VARIES_BY = ["Accept", "Accept-Language"];

/** Says what the answer would be another one by; what others have said of it before stays. */
export const vary = (reply: FastifyReply): void => {
  const said = String(reply.getHeader("vary") ?? "")
    .split(",")
    .map((name) => name.trim());
  const known = new Set(said.map((name) => name.toLowerCase()));
  const more = VARIES_BY.filter((name) => !known.has(name.toLowerCase()));
  reply.header("vary", [...said.filter(Boolean), ...more].join(", "));
};

/** The body of an answer that may hold errors, and its headers. */
export const tell = (reply: FastifyReply, body: string, hasErrors: boolean): string => {
  vary(reply);
  if (!hasErrors) return body;
  const language = languageOf(reply.request);
  reply.header("content-language", language);
  return toldIn(language, body);
};
