import type { Database } from "../db/database.js";

/** What a chore is given: it acts for the archive itself, on nobody's behalf. */
export interface ChoreContext {
  readonly database: Database;
  readonly now: Date;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
}

/** What is done just after a write, or when time has passed. Done twice, or by two processes at once, it changes nothing more. */
export type Chore = (context: ChoreContext) => Promise<void>;
