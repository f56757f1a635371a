import type { LocalDate } from "./local-date.js";
import { type ConflictResolution, LIVE_STATUSES, type RecordStatus } from "./record.js";
import { Refusal } from "./refusal.js";

type Side = "first" | "second";

/** Which records do not hold: they go back to who collected them. */
export const LOSERS = {
  KEEP_FIRST: ["second"],
  KEEP_SECOND: ["first"],
  BOTH_VALID: [],
  NEITHER: ["first", "second"],
} as const satisfies Record<ConflictResolution, readonly Side[]>;

/** What is sealed stays as it is, and what was sent back or erased already need not be. */
export const goesBack = (status: RecordStatus): boolean => LIVE_STATUSES.some((live) => live === status);

export interface Validity {
  readonly status: RecordStatus;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const splits = (first: Validity, second: Validity, on: LocalDate): boolean =>
  first.validFrom < on &&
  (first.validTo === null || on <= first.validTo) &&
  second.validFrom <= on &&
  (second.validTo === null || on < second.validTo);

/**
 * That both may hold, the first until a day and the second from that day on.
 *
 * @throws Refusal INVALID_TRANSITION when one is not live any more; BAD_USER_INPUT when the day would lengthen one, or empty it
 */
export const requireSplit = (first: Validity, second: Validity, on: LocalDate): void => {
  const settled = [first, second].find(({ status }) => !goesBack(status));
  if (settled !== undefined)
    throw new Refusal(
      "INVALID_TRANSITION",
      `Validity is split between live records; one of these is ${settled.status}.`,
      {
        status: settled.status,
      },
    );
  if (splits(first, second, on)) return;
  const message = "splitOn is a day within the validity of both: after the first begins, and before the second ends.";
  throw new Refusal("BAD_USER_INPUT", message, { field: "splitOn" });
};
