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

export const TaskCause = enumeration("ROUTINE", "CONTRADICTION", "MAJOR_EVENT", "REQUEST", "REFRESH");
export type TaskCause = keyof typeof TaskCause;

/** Lowest first, so that a comparison in the database means what it says. */
export const Priority = enumeration("LOW", "NORMAL", "HIGH", "URGENT");
export type Priority = keyof typeof Priority;

export const FindingResult = enumeration("CONFIRMED", "CONTRADICTED", "INCONCLUSIVE", "NOT_REACHED");
export type FindingResult = keyof typeof FindingResult;

export const TaskAction = enumeration("CLAIM", "RELEASE", "SUBMIT", "RETURN", "REASSIGN", "CANCEL");
export type TaskAction = keyof typeof TaskAction;

/** Major events that are verified and filed at once (SP3). */
export const MajorEventKind = enumeration("LEGAL_REPRESENTATIVE", "EQUITY", "LITIGATION", "ABNORMAL_OPERATION");
export type MajorEventKind = keyof typeof MajorEventKind;
