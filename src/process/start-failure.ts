import { DamagedSecret } from "../auth/kept-secret.js";
import { ConfigurationError } from "../config.js";
import { CannotOpen } from "../db/cannot-open.js";
import { Refusal } from "../domain/refusal.js";
import { faultOf } from "../fault.js";

interface ListenError extends Error {
  readonly port?: number;
  readonly address?: string;
}

const OF_LISTENING: Readonly<Record<string, (error: ListenError) => string>> = {
  EADDRINUSE: ({ port }) => `PORT: ${port} is in use; stop what uses it or choose another`,
  EACCES: ({ port }) => `PORT: ${port} is not allowed for this user; choose one above 1023`,
  EADDRNOTAVAIL: ({ address }) => `HOST: ${address} is not an address of this machine`,
  ENOTFOUND: () => "HOST: is not known",
};

const EXPECTED = [ConfigurationError, CannotOpen, DamagedSecret, Refusal];

/** One line for the operator: what to change. What nobody foresaw is told with its place instead. */
export const lineOf = (error: unknown): string => {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message;
  const listening =
    error instanceof Error && "syscall" in error && ["listen", "getaddrinfo"].includes(`${error.syscall}`);
  const known = listening ? OF_LISTENING[(error as NodeJS.ErrnoException).code ?? ""] : undefined;
  return known?.(error as ListenError) ?? `A bug ended this: ${JSON.stringify(faultOf(error))}`;
};
