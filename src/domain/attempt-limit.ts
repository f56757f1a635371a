/** What failed sign-ins are counted by. */
export type CountedBy = "ACCOUNT_AND_ADDRESS" | "ACCOUNT" | "ADDRESS";

/** How long failures count, in minutes from the first of them. */
export const ATTEMPT_WINDOW_MINUTES = 15;

/**
 * Passwords that may be wrong within the window. Of one account from one address few: a person mistypes so often. Of an account from
 * anywhere more, or whoever knows its name could lock it. From an address more again: a whole office may share one.
 */
export const ATTEMPT_LIMITS = {
  ACCOUNT_AND_ADDRESS: 5,
  ACCOUNT: 25,
  ADDRESS: 100,
} as const satisfies Record<CountedBy, number>;
