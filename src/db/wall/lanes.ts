/** Who has lanes. Null: nobody in particular, and as many as there are. */
export type Holder = string | null;

interface Waiting<T> {
  readonly holder: Holder;
  readonly enter: (lane: T) => void;
}

/**
 * Things one has at a time. Whoever asks while all are taken waits their turn, and so does whoever has half of them: what one
 * holder waits for keeps nobody else waiting.
 */
export class Lanes<T> {
  readonly #idle: T[];
  readonly #waiting: Waiting<T>[] = [];
  readonly #held = new Map<string, number>();
  readonly #share: number;

  constructor(readonly all: readonly T[]) {
    this.#idle = [...all];
    this.#share = Math.ceil(all.length / 2);
  }

  /** Has one to itself until `work` has ended, whichever way. */
  async alone<R>(work: (lane: T) => Promise<R>, holder: Holder = null): Promise<R> {
    const lane = this.#taken(holder) ?? (await new Promise<T>((enter) => this.#waiting.push({ holder, enter })));
    try {
      return await work(lane);
    } finally {
      this.#giveBack(lane, holder);
    }
  }

  #taken(holder: Holder): T | undefined {
    const lane = this.#mayHave(holder) ? this.#idle.pop() : undefined;
    if (lane !== undefined) this.#count(holder, 1);
    return lane;
  }

  #mayHave(holder: Holder): boolean {
    return holder === null || (this.#held.get(holder) ?? 0) < this.#share;
  }

  #count(holder: Holder, change: 1 | -1): void {
    if (holder === null) return;
    const held = (this.#held.get(holder) ?? 0) + change;
    if (held === 0) this.#held.delete(holder);
    else this.#held.set(holder, held);
  }

  #giveBack(lane: T, holder: Holder): void {
    this.#count(holder, -1);
    this.#idle.push(lane);
    const next = this.#waiting.findIndex((each) => this.#mayHave(each.holder));
    const [first] = next < 0 ? [] : this.#waiting.splice(next, 1);
    if (first === undefined) return;
    this.#count(first.holder, 1);
    first.enter(this.#idle.pop() as T);
  }
}
