import { type Mass, NOTHING, tellsOfSomebody, together } from "./mass.js";

/** A total that is shown of a coarser table, or a group it hides, with the groups of this table it is the sum of, by their places. */
export class Line {
  #hidden = 0;
  /** What is hidden of it. */
  #rest = NOTHING;

  constructor(
    readonly members: readonly number[],
    readonly shown: boolean,
    /** What stands behind all of it. */
    private readonly mass: Mass,
  ) {}

  /** How many of its groups are hidden. */
  get hidden(): number {
    return this.#hidden;
  }

  hide(mass: Mass, apart: boolean): void {
    this.#hidden += 1;
    this.#rest = together([this.#rest, mass], apart);
  }

  /** A total less what is shown of it must not speak of somebody, nor the groups of a hidden total add up to it. */
  betrays(): boolean {
    if (!this.shown) return this.#hidden === 0;
    if (this.#hidden === 0 || this.#hidden === this.members.length) return false;
    return this.#hidden === 1 || tellsOfSomebody(this.#rest);
  }

  /** Whether it is hidden for what it tells. */
  get isSecret(): boolean {
    return !this.shown && tellsOfSomebody(this.mass);
  }

  /** Whether these are all of its groups. */
  isSumOf(places: readonly number[]): boolean {
    return this.members.length === places.length && this.members.every((place) => places.includes(place));
  }
}
