import type { Database } from "../db/database.js";
import type { FourEyes } from "../domain/four-eyes.js";

/** What a chore is given: it acts for the archive itself, on nobody's behalf. */
export interface ChoreContext {
  readonly database: Database;
  readonly now: Date;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
  /** Until which moment all is answered; left out: all there is. What was recorded later may stand in an answer being made. */
  readonly answeredUntil?: () => Date;
  /** Whether the process is about to end: what takes long lets go. */
  readonly stopping?: () => boolean;
  /** Starts the chores that wait for what this one writes. */
  readonly wake?: () => void;
}

/** What is done just after a write, or when time has passed. Done twice, or by two processes at once, it changes nothing more. */
export type Chore = (context: ChoreContext) => Promise<void>;
