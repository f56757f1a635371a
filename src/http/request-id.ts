import { randomUUID } from "node:crypto";

/** What may be written to a log and sent back as it came. */
const SANE = /^[A-Za-z0-9._-]{1,64}$/;

export const REQUEST_ID_HEADER = "x-request-id";

export const requestIdOf = (sent: string | string[] | undefined): string =>
  typeof sent === "string" && SANE.test(sent) ? sent : randomUUID();
