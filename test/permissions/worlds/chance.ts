import type { Random } from "fast-check";

/** Chance, with a memory of what it has had seldom: a few hundred operations are to reach everything. */
export class Chance {
  readonly #had = new Map<string, number>();

  /** @param met what was reached before: what was not comes first */
  constructor(
    private random: Random,
    private readonly met: (name: string) => boolean,
  ) {}

  /** Goes on with other numbers. */
  with(random: Random): this {
    this.random = random;
    return this;
  }

  below(n: number): number {
    return this.random.nextInt(0, n - 1);
  }

  happens(share: number): boolean {
    return this.random.nextInt(0, 9_999) < share * 10_000;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error("nothing to pick from");
    return from[this.below(from.length)] as T;
  }

  /** Mostly what was had seldom. */
  seldom<T>(from: readonly T[], nameOf: (one: T) => string): T {
    const times = (one: T): number => this.#had.get(nameOf(one)) ?? 0;
    const unmet = from.filter((one) => !this.met(nameOf(one)));
    if (unmet.length > 0 && unmet.length < from.length && this.happens(0.5)) return this.seldom(unmet, nameOf);
    const fewest = Math.min(...from.map(times));
    const picked = this.pick(this.happens(0.9) ? from.filter((one) => times(one) === fewest) : from);
    this.had(nameOf(picked));
    return picked;
  }

  isNew(name: string): boolean {
    return !this.met(name);
  }

  had(name: string): void {
    this.#had.set(name, (this.#had.get(name) ?? 0) + 1);
  }

  /** Several, without one twice. */
  some<T>(from: readonly T[], most: number, nameOf: (one: T) => string): T[] {
    const wanted = Math.min(from.length, 1 + this.below(most));
    const found = new Set<T>();
    while (found.size < wanted)
      found.add(
        this.seldom(
          from.filter((one) => !found.has(one)),
          nameOf,
        ),
      );
    return [...found];
  }
}
