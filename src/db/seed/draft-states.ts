import type { RecordStatus } from "../../domain/record.js";

/** A state besides the archived one, and what it was before a restriction or an erasure. */
export interface DraftState {
  readonly status: RecordStatus;
  readonly from?: RecordStatus;
}

/**
 * Every state a record can be in besides being in force; their number and that of the categories have no common divisor
 * with that of the branches, so that every category is met in every state and every branch.
 */
export const DRAFT_STATES = [
  { status: "IN_VERIFICATION" },
  { status: "COLLECTED" },
  { status: "RETURNED" },
  { status: "VERIFIED" },
  { status: "APPROVED" },
  { status: "RESTRICTED", from: "VERIFIED" },
  { status: "ERASED", from: "SUPERSEDED" },
  { status: "IN_VERIFICATION" },
  { status: "RESTRICTED", from: "SUPERSEDED" },
  { status: "RESTRICTED", from: "ARCHIVED" },
  { status: "ERASED", from: "RETURNED" },
  { status: "SUPERSEDED" },
  { status: "RESTRICTED", from: "IN_VERIFICATION" },
] as const satisfies readonly DraftState[];

export const isLongAgo = ({ status, from }: DraftState): boolean => status === "SUPERSEDED" || from === "SUPERSEDED";
