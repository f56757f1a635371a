/** Every way the archive says no (style.md, 9). Anything else that is thrown is a bug and leaves as INTERNAL. */
export const REFUSALS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  INVALID_TRANSITION: 409,
  LIMIT_EXCEEDED: 400,
  TOO_MANY_ATTEMPTS: 429,
  UNAVAILABLE: 503,
  /** An answer, to Apollo's clients and those like them: they send the text then. */
  PERSISTED_QUERY_NOT_FOUND: 200,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal: its message names what is wrong and what would be right, and quotes no value of a record. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Names only: coordinate, use, field, limit. */
    readonly details: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(message);
    this.name = "Refusal";
  }
}
