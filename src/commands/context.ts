import type { Viewer } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { type LocalDate, todayIn } from "../domain/local-date.js";

/** What a command is given besides its input: on whose behalf it acts, and the time. */
export interface CommandContext {
  readonly database: Database;
  readonly viewer: Viewer;
  readonly now: Date;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
}

export const todayOf = ({ timeZone, now }: CommandContext): LocalDate => todayIn(timeZone, now);
