import { maxHeaderSize, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { ERRORS, Refusal, saidBy } from "../domain/refusal.js";
import { JSON_TYPE } from "./media-type.js";

type Answer = readonly [status: number, refusal: Refusal];

const TOO_LONG: Answer = [
  431,
  new Refusal("LIMIT_EXCEEDED", "The headers of the request are too long.", {
    of: "bytes of headers",
    limit: maxHeaderSize,
  }),
];
const TOO_SLOW: Answer = [408, new Refusal("BAD_USER_INPUT", "The request did not come in in time.")];
const NO_HTTP: Answer = [400, new Refusal("BAD_USER_INPUT", "This is no request of HTTP.")];

/** By the code of Node's error; whatever has another is no HTTP. */
const OF_NODE: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: TOO_LONG,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};

/** Answers what never becomes a request, in the form of every refusal; its headers are unread, so the language is English. */
export const refuseClient = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, refusal] = OF_NODE[error.code ?? ""] ?? NO_HTTP;
  const body = JSON.stringify({ errors: [{ message: ERRORS[refusal.code].en, extensions: saidBy(refusal) }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${JSON_TYPE}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(body)}`,
    "content-language: en",
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
};
