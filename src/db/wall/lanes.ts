/** Things one has at a time. Whoever asks while all are taken waits their turn. */
export class Lanes<T> {
  readonly #idle: T[];
  readonly #waiting: ((lane: T) => void)[] = [];

  constructor(readonly all: readonly T[]) {
    this.#idle = [...all];
  }

  /** Has one to itself until `work` has ended, whichever way. */
  async alone<R>(work: (lane: T) => Promise<R>): Promise<R> {
    const lane = this.#idle.pop() ?? (await new Promise<T>((resolve) => this.#waiting.push(resolve)));
    try {
      return await work(lane);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(lane);
      else next(lane);
    }
  }
}
