interface Answer {
  readonly since: Date;
  /** Whether something was written while it was made. */
  due: boolean;
}

/**
 * The answers being made. What follows a write begins once its answer is made, however many writes the operation holds, and leaves what
 * other requests are writing alone: an answer that could show it would let a collector guess values and watch (SP8).
 */
export class Answers {
  readonly #open = new Set<Answer>();

  /** @param wake starts what follows a write */
  constructor(private readonly wake: () => void) {}

  /**
   * @param since what the request calls now: its rows are recorded at that moment
   * @param make is told how to say that something was written
   */
  async making<T>(since: Date, make: (wrote: () => void) => Promise<T>): Promise<T> {
    const answer: Answer = { since, due: false };
    this.#open.add(answer);
    // What another answer holds back follows once that one is made, too.
    const wrote = (): void => {
      for (const each of this.#open) each.due = true;
    };
    return make(wrote).finally(() => {
      this.#open.delete(answer);
      if (answer.due) this.wake();
    });
  }

  /** What was recorded before this moment is in no answer being made; null: nothing at all is. */
  answeredBefore(): Date | null {
    const times = [...this.#open].map(({ since }) => since.getTime());
    return times.length === 0 ? null : new Date(Math.min(...times));
  }
}
