import { enumeration } from "./enumeration.js";

/** What a file may hold. */
export const ImportKind = enumeration("REGISTER", "CONTACTS", "STATEMENTS", "TRANSACTIONS");
export type ImportKind = keyof typeof ImportKind;

/** How far the import of an uploaded file is. */
export const ImportStatus = enumeration("UPLOADING", "QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED");
export type ImportStatus = keyof typeof ImportStatus;

/** What an import makes of a row. */
export const RowOutcome = enumeration("NEW", "CHANGED", "UNCHANGED", "REJECTED");
export type RowOutcome = keyof typeof RowOutcome;

interface Pace {
  readonly bytes: number;
  readonly bytesDone: number;
  readonly rows: number;
  readonly seconds: number;
}

/** The share of a file that is read, from 0 to 1. */
export const shareOf = ({ bytes, bytesDone }: Pace): number => (bytes === 0 ? 0 : Math.min(1, bytesDone / bytes));

/** Rows a second so far. */
export const rateOf = ({ rows, seconds }: Pace): number => (seconds <= 0 ? 0 : Math.round(rows / seconds));

/** Seconds the rest takes at the pace so far; null where there is none yet. */
export const secondsLeft = (pace: Pace): number | null => {
  const share = shareOf(pace);
  return share === 0 ? null : Math.ceil((pace.seconds * (1 - share)) / share);
};
