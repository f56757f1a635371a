import { namesOf } from "./enumeration.js";
import type { Life } from "./life.js";
import { RecordStatus } from "./record.js";

/** What happens to a record (SP8, SP10, SP11). A correction is a new record, not a move of the old one. */
export type RecordMove =
  | "SEND_BACK"
  | "START_VERIFICATION"
  | "CONFIRM"
  | "UNCONFIRM"
  | "APPROVE"
  | "RETURN"
  | "ARCHIVE"
  | "SUPERSEDE"
  | "RESTRICT"
  | "ERASE";

const EVERY_STATE = namesOf(RecordStatus);
const BEFORE_THE_SEAL = ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"] as const satisfies RecordStatus[];

/** A restriction is lifted back to the state before: the one move whose end no table can name. */
export const RECORD_LIFE = {
  /** Screening found an error. */
  SEND_BACK: { from: ["COLLECTED"], to: "RETURNED", follows: true },
  START_VERIFICATION: { from: ["COLLECTED", "VERIFIED", "APPROVED"], to: "IN_VERIFICATION" },
  /** It has the confirmations its category demands. */
  CONFIRM: { from: ["COLLECTED", "IN_VERIFICATION"], to: "VERIFIED", follows: true },
  /** A task was sent back: the confirmations are no longer there. */
  UNCONFIRM: { from: ["VERIFIED"], to: "IN_VERIFICATION", follows: true },
  APPROVE: { from: ["VERIFIED"], to: "APPROVED" },
  RETURN: { from: BEFORE_THE_SEAL, to: "RETURNED" },
  ARCHIVE: { from: ["APPROVED"], to: "ARCHIVED" },
  SUPERSEDE: { from: ["ARCHIVED"], to: "SUPERSEDED", follows: true },
  RESTRICT: { from: EVERY_STATE.filter((state) => state !== "RESTRICTED" && state !== "ERASED"), to: "RESTRICTED" },
  ERASE: { from: EVERY_STATE.filter((state) => state !== "ERASED"), to: "ERASED", follows: true },
} as const satisfies Life<RecordMove, RecordStatus>;
