import { FindingReason, type FindingResult } from "./task.js";

/** The results each reason code goes with. */
const FITS = {
  MATCHES_DOCUMENT: ["CONFIRMED"],
  MATCHES_REGISTER: ["CONFIRMED"],
  MATCHES_THIRD_PARTY: ["CONFIRMED"],
  CONFIRMED_BY_PERSON: ["CONFIRMED"],
  SEEN_ON_SITE: ["CONFIRMED"],
  DIFFERS: ["CONTRADICTED"],
  OUTDATED: ["CONTRADICTED"],
  NOT_FOUND: ["CONTRADICTED", "INCONCLUSIVE"],
  UNCLEAR: ["INCONCLUSIVE"],
  INCOMPLETE_EVIDENCE: ["INCONCLUSIVE"],
  REFUSED: ["INCONCLUSIVE", "NOT_REACHED"],
  MOVED: ["CONTRADICTED", "NOT_REACHED"],
  NO_ANSWER: ["NOT_REACHED"],
} as const satisfies Record<FindingReason, readonly FindingResult[]>;

/** The reason codes that go with a result. */
export const reasonsFor = (result: FindingResult): FindingReason[] =>
  (Object.keys(FindingReason) as FindingReason[]).filter((reason) =>
    (FITS[reason] as readonly FindingResult[]).includes(result),
  );

/** What confirms may go without saying; whatever else was found says why. */
export const fitsResult = (result: FindingResult, reason: FindingReason | null): boolean =>
  reason === null ? result === "CONFIRMED" : reasonsFor(result).includes(reason);

/** A result that rests on what somebody said: it names who. */
export const namesItsParty = (result: FindingResult): boolean => result === "CONFIRMED" || result === "CONTRADICTED";
