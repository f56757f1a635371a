import type { RecordAction, RecordStatus } from "./record.js";

/** The states in which each action is legal. A correction is a new record: what has none to follow cannot be corrected. */
const LEGAL_FROM = {
  CORRECT: ["RETURNED", "ARCHIVED", "COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"],
} as const satisfies Partial<Record<RecordAction, readonly RecordStatus[]>>;

export interface RecordFacts {
  readonly status: RecordStatus;
  /** Whether the viewer may write the record: full clearance, or bound to their work. */
  readonly mayWrite: boolean;
}

export const canCorrect = (status: RecordStatus): boolean =>
  (LEGAL_FROM.CORRECT as readonly RecordStatus[]).includes(status);

/** What may be done with a record now. */
export const allowedRecordActions = ({ status, mayWrite }: RecordFacts): RecordAction[] =>
  mayWrite && canCorrect(status) ? ["CORRECT"] : [];
