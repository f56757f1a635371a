import { enumeration } from "./enumeration.js";

/** Life of a record (SP8, SP10, SP11). RESTRICTED and ERASED are reachable from every state. */
export const RecordStatus = enumeration(
  "COLLECTED",
  "RETURNED",
  "IN_VERIFICATION",
  "VERIFIED",
  "APPROVED",
  "ARCHIVED",
  "SUPERSEDED",
  "RESTRICTED",
  "ERASED",
);
export type RecordStatus = keyof typeof RecordStatus;

/** States in which a record is neither sealed nor sent back: what is collected but not yet archived. */
export const LIVE_STATUSES = ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"] as const satisfies RecordStatus[];

/** Whether a state is that of a sealed record (SP11): its content no longer changes. */
export const isSealed = (status: RecordStatus): boolean => status === "ARCHIVED" || status === "SUPERSEDED";

/** States in which the content of a record is kept but unreadable and unprocessable, for every role (SP4). */
export const UNREADABLE_STATUSES = ["RESTRICTED", "ERASED"] as const satisfies RecordStatus[];

/** How far independent findings carry a record (SP2). FULL on a critical category takes two of different method, party and performer. */
export const Corroboration = enumeration("SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL", "REFUTED");
export type Corroboration = keyof typeof Corroboration;

/** What may be done with a record now. */
export const RecordAction = enumeration(
  "CORRECT",
  "REQUEST_VERIFICATION",
  "APPROVE",
  "RETURN",
  "ARCHIVE",
  "RESTRICT",
  "LIFT_RESTRICTION",
);
export type RecordAction = keyof typeof RecordAction;

export const ConflictResolution = enumeration("KEEP_FIRST", "KEEP_SECOND", "BOTH_VALID", "NEITHER");
export type ConflictResolution = keyof typeof ConflictResolution;

/** How far past its refresh interval the oldest record in force is (SP3). */
export const Freshness = enumeration("FRESH", "DUE", "STALE");
export type Freshness = keyof typeof Freshness;
