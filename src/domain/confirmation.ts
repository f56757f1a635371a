import type { RecordStatus } from "./record.js";
import type { RecordMove } from "./record-life.js";
import type { TaskCause } from "./task.js";

/** Causes for which somebody wants to know before the record goes on, however well confirmed it is. */
const HOLDS_BACK = {
  ROUTINE: false,
  REFRESH: false,
  REQUEST: true,
  CONTRADICTION: true,
  MAJOR_EVENT: true,
} as const satisfies Record<TaskCause, boolean>;

export const holdsBack = (cause: TaskCause): boolean => HOLDS_BACK[cause];

/** What its findings mean for a record: whether it has enough of them, and whether any are still being waited for. */
export interface Standing {
  readonly enough: boolean;
  readonly awaited: boolean;
}

/** Statuses follow from corroboration: the move that is due, or none. What is sealed, sent back or restricted stays. */
export const moveDue = (status: RecordStatus, { enough, awaited }: Standing): RecordMove | null => {
  switch (status) {
    case "COLLECTED":
    case "IN_VERIFICATION":
      return enough && !awaited ? "CONFIRM" : null;
    case "VERIFIED":
      return enough ? null : "UNCONFIRM";
    case "APPROVED":
      return enough ? null : "START_VERIFICATION";
    default:
      return null;
  }
};
