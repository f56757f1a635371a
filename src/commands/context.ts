import type { Viewer } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import type { Lookup } from "../db/encryption/ciphertext.js";
import type { FourEyes } from "../domain/four-eyes.js";
import { type LocalDate, todayIn } from "../domain/local-date.js";
import type { Purpose } from "../domain/source.js";

/** What a command is given besides its input: on whose behalf it acts, and the time. */
export interface CommandContext {
  readonly database: Database;
  readonly viewer: Viewer;
  readonly now: Date;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
  /** What it is done for (`x-purpose`); without one, none was named. */
  readonly purpose?: Purpose | null;
  /** Under which key this very change was asked for; null: it is done as often as it is asked. */
  readonly once: Once | null;
  /** Says that something was written: chores wait for it. It has no answer, and none waits for it. */
  readonly wrote: () => void;
}

/** A change asked for under a key (`Idempotency-Key`): done once, whatever the network does. */
export interface Once {
  readonly key: string;
  /** Keyed fingerprint of the mutation and its input: the same key for something else is a mistake. */
  readonly request: Lookup;
}

export const todayOf = ({ timeZone, now }: CommandContext): LocalDate => todayIn(timeZone, now);
