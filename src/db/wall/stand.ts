import type { PGlite } from "@electric-sql/pglite";
import { STAND_ON, type Standing } from "./standing.js";

/**
 * Where the one session of an embedded database stands. To say it for each read, in a transaction of its own, takes longer
 * than the read: so it is said when it changes, and nothing else comes between that and what is asked.
 */
export class Stand {
  #at: Standing | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly lite: Pick<PGlite, "query">) {}

  /** After all that was asked before, and before all that is asked later. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Work that is one statement, run as this viewer. */
  at<T>(standing: Standing, work: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      await this.#move(standing);
      return work();
    });
  }

  async #move(standing: Standing): Promise<void> {
    if (this.#at !== undefined && standing.every((each, i) => each === this.#at?.[i])) return;
    // Where it stands is not known until it was moved.
    this.#at = undefined;
    await this.lite.query(STAND_ON, [...standing]);
    this.#at = standing;
  }
}
