import type { Life } from "./life.js";
import { type LocalDate, spanHolds } from "./local-date.js";

export type AgreementState = "FUTURE" | "IN_FORCE" | "EXPIRED" | "ENDED";
export type AgreementMove = "END";

/** Days move an agreement on their own; people can only end it early, and what is over is over (SP6). */
export const AGREEMENT_LIFE = {
  END: { from: ["FUTURE", "IN_FORCE"], to: "ENDED" },
} as const satisfies Life<AgreementMove, AgreementState>;

export interface AgreementDays {
  readonly startsOn: string;
  /** The first day nothing may come under it any more. */
  readonly expiresOn: string;
  readonly endedOn: string | null;
}

/** The state of an agreement on a day. */
export const agreementState = ({ startsOn, expiresOn, endedOn }: AgreementDays, today: LocalDate): AgreementState => {
  if (endedOn !== null) return "ENDED";
  if (today < startsOn) return "FUTURE";
  return spanHolds(startsOn as LocalDate, expiresOn as LocalDate, today) ? "IN_FORCE" : "EXPIRED";
};
