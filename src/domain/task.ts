import { enumeration } from "./enumeration.js";

/** Ways of verifying (SP7). */
export const VerificationMethod = enumeration(
  "PHONE_CALL",
  "SITE_VISIT",
  "THIRD_PARTY_COMPARISON",
  "PUBLIC_REGISTER_CHECK",
  "DOCUMENT_CHECK",
);
export type VerificationMethod = keyof typeof VerificationMethod;

export const TaskStatus = enumeration("OPEN", "CLAIMED", "SUBMITTED", "RETURNED", "CLOSED", "CANCELLED");
export type TaskStatus = keyof typeof TaskStatus;

/** States in which findings are still to come. */
export const LIVE_TASK_STATUSES: readonly TaskStatus[] = ["OPEN", "CLAIMED", "RETURNED"];

/** States in which the findings count: handed in, and not sent back. */
export const COUNTING_TASK_STATUSES: readonly TaskStatus[] = ["SUBMITTED", "CLOSED"];

export const TaskCause = enumeration("ROUTINE", "CONTRADICTION", "MAJOR_EVENT", "REQUEST", "REFRESH");
export type TaskCause = keyof typeof TaskCause;

/** Lowest first, so that a comparison in the database means what it says. */
export const Priority = enumeration("LOW", "NORMAL", "HIGH", "URGENT");
export type Priority = keyof typeof Priority;

export const FindingResult = enumeration("CONFIRMED", "CONTRADICTED", "INCONCLUSIVE", "NOT_REACHED");
export type FindingResult = keyof typeof FindingResult;

/** Why a finding is as it is: a closed list, with free text besides. Which fits which result is in `finding-reason.ts`. */
export const FindingReason = enumeration(
  "MATCHES_DOCUMENT",
  "MATCHES_REGISTER",
  "MATCHES_THIRD_PARTY",
  "CONFIRMED_BY_PERSON",
  "SEEN_ON_SITE",
  "DIFFERS",
  "OUTDATED",
  "NOT_FOUND",
  "UNCLEAR",
  "INCOMPLETE_EVIDENCE",
  "REFUSED",
  "MOVED",
  "NO_ANSWER",
);
export type FindingReason = keyof typeof FindingReason;

export const TaskAction = enumeration("CLAIM", "RELEASE", "SUBMIT", "RETURN", "REASSIGN", "CANCEL");
export type TaskAction = keyof typeof TaskAction;

/** Major events that are verified and filed at once (SP3). */
export const MajorEventKind = enumeration("LEGAL_REPRESENTATIVE", "EQUITY", "LITIGATION", "ABNORMAL_OPERATION");
export type MajorEventKind = keyof typeof MajorEventKind;

/** Why somebody moved a task: a closed list, with words of one's own besides. */
export const TaskReason = enumeration(
  "INCOMPLETE",
  "UNCLEAR",
  "WRONG_PARTY",
  "NOT_INDEPENDENT",
  "WORKLOAD",
  "ABSENCE",
  "CONFLICT_OF_INTEREST",
  "DUPLICATE",
  "NO_LONGER_NEEDED",
  "OTHER",
);
export type TaskReason = keyof typeof TaskReason;
