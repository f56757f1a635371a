interface Answer {
  /** Its rows are recorded at that moment. */
  readonly since: Date;
  /** Whether something was written while it was made. */
  due: boolean;
}

/**
 * The answers being made. What follows a write begins once its answer is made, however many writes the operation holds.
 * It leaves alone what other requests are writing: an answer that could show it would let a collector guess values and
 * watch (SP8).
 */
export class Answers {
  readonly #open = new Set<Answer>();

  /**
   * @param now the clock by which requests call their moment
   * @param wake starts what follows a write
   */
  constructor(
    private readonly now: () => Date,
    private readonly wake: () => void,
  ) {}

  /**
   * @param make is given the moment of the request, at which its rows are recorded, and how to say that something was
   * written
   */
  async making<T>(make: (now: Date, wrote: () => void) => Promise<T>): Promise<T> {
    const answer: Answer = { since: this.now(), due: false };
    this.#open.add(answer);
    // What another answer holds back follows once that one is made, too.
    const wrote = (): void => {
      for (const each of this.#open) each.due = true;
    };
    return make(answer.since, wrote).finally(() => {
      this.#open.delete(answer);
      if (answer.due) this.wake();
    });
  }

  /** What was recorded until this moment is in no answer being made. */
  answeredUntil(): Date {
    const times = [...this.#open].map(({ since }) => since.getTime() - 1);
    return new Date(Math.min(this.now().getTime(), ...times));
  }
}
