import type { Life } from "./life.js";
import { type LocalDate, spanHolds } from "./local-date.js";

export type ConsentState = "FUTURE" | "IN_FORCE" | "EXPIRED" | "WITHDRAWN";
export type ConsentMove = "WITHDRAW";

/** Days move a consent on their own; people can only withdraw it, at any time but once (PIPL art. 15). */
export const CONSENT_LIFE = {
  WITHDRAW: { from: ["FUTURE", "IN_FORCE", "EXPIRED"], to: "WITHDRAWN" },
} as const satisfies Life<ConsentMove, ConsentState>;

export interface ConsentDays {
  readonly givenOn: string;
  /** The first day it covers nothing any more. */
  readonly expiresOn: string | null;
  readonly withdrawnOn: string | null;
}

/** The state of a consent on a day. */
export const consentState = ({ givenOn, expiresOn, withdrawnOn }: ConsentDays, today: LocalDate): ConsentState => {
  if (withdrawnOn !== null) return "WITHDRAWN";
  if (today < givenOn) return "FUTURE";
  return spanHolds(givenOn as LocalDate, expiresOn as LocalDate | null, today) ? "IN_FORCE" : "EXPIRED";
};
