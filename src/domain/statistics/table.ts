import type { Line } from "./line.js";
import { type Mass, tellsOfSomebody, together } from "./mass.js";
import type { Pause } from "./pause.js";
import { RowSpace } from "./row-space.js";

/** A group of a table, and what stands behind it. */
export interface Group {
  readonly key: string;
  readonly mass: Mass;
}

const bySize = (a: Group, b: Group): number =>
  a.mass.customers - b.mass.customers ||
  (a.mass.total < b.mass.total ? -1 : Number(a.mass.total > b.mass.total)) ||
  (a.key < b.key ? -1 : 1);

export interface TableOptions {
  /** Whether a customer stands in one group only, so that customers add up. */
  readonly apart: boolean;
  readonly pause: Pause;
}

/** The groups over some dimensions, by their places, and which of them are hidden: more and more, until nothing is given away. */
export class Table {
  readonly #hidden: Uint8Array;
  /** From the smallest on. */
  readonly #bySize: readonly number[];
  /** The lines each group is in, and of each line its groups from the smallest on. */
  readonly #linesOf: readonly Line[][];
  readonly #membersOf: ReadonlyMap<Line, readonly number[]>;
  /** What follows from the totals shown, as far as it has been asked for. */
  #space: RowSpace | undefined;
  /** Hidden since. */
  readonly #since: number[] = [];

  constructor(
    private readonly groups: readonly Group[],
    private readonly lines: readonly Line[],
    private readonly options: TableOptions,
  ) {
    this.#hidden = new Uint8Array(groups.length);
    this.#bySize = [...groups.keys()].sort((a, b) => bySize(groups[a] as Group, groups[b] as Group));
    this.#linesOf = groups.map(() => []);
    for (const line of lines) for (const place of line.members) this.#linesOf[place]?.push(line);
    const membersOf = new Map(lines.map((line): [Line, number[]] => [line, []]));
    for (const place of this.#bySize)
      for (const line of this.#linesOf[place] as readonly Line[]) membersOf.get(line)?.push(place);
    this.#membersOf = membersOf;
  }

  readonly #isHidden = (place: number): boolean => this.#hidden[place] === 1;

  readonly #massOf = (place: number): Mass => (this.groups[place] as Group).mass;

  hidden(): number[] {
    return [...this.groups.keys()].filter(this.#isHidden);
  }

  hide(place: number): void {
    this.#hidden[place] = 1;
    this.#since.push(place);
    for (const line of this.#linesOf[place] as readonly Line[]) line.hide(this.#massOf(place), this.options.apart);
  }

  #hideSmallest(places: readonly number[]): boolean {
    const smallest = places.find((place) => !this.#isHidden(place));
    if (smallest !== undefined) this.hide(smallest);
    return smallest !== undefined;
  }

  #closeLines(): void {
    const close = (line: Line) => line.betrays() && this.#hideSmallest(this.#membersOf.get(line) as readonly number[]);
    for (let changed = true; changed; ) changed = this.lines.map(close).some(Boolean);
  }

  async #spaceBefore(): Promise<RowSpace> {
    const space = new RowSpace(this.groups.length, this.#since.splice(0));
    // Short ones first: what comes of them stays short, and of the long ones little is left.
    for (const { members } of this.lines.filter(({ shown }) => shown).sort((a, b) => a.hidden - b.hidden)) {
      space.add(members);
      await this.options.pause();
    }
    return space;
  }

  async #spaceNow(): Promise<RowSpace> {
    this.#space ??= await this.#spaceBefore();
    for (const place of this.#since.splice(0)) {
      this.#space.forget(place);
      await this.options.pause();
    }
    return this.#space;
  }

  /** Whether adding and subtracting all totals shown would still give something away. */
  async #isSolved(): Promise<boolean> {
    const space = await this.#spaceNow();
    const tells = (places: readonly number[]) =>
      tellsOfSomebody(together(places.map(this.#massOf), this.options.apart));
    if (this.hidden().some((place) => tells([place]) && space.gives([place]))) return true;
    await this.options.pause();
    const secrets = this.lines.filter(({ isSecret }) => isSecret);
    if (secrets.some(({ members }) => space.gives(members.filter(this.#isHidden)))) return true;
    for (const sum of space.sums()) if (tells(sum) && !this.#isTotal(sum)) return true;
    return false;
  }

  /** What is all of a total that is shown anyway. */
  #isTotal(places: readonly number[]): boolean {
    return this.lines.some((line) => line.shown && line.isSumOf(places));
  }

  /** Hides what has to be hidden because something else is. */
  async close(): Promise<void> {
    for (;;) {
      this.#closeLines();
      await this.options.pause();
      // One total gives nothing but itself; and where all is hidden, nothing more can be.
      if (this.lines.length < 2 || this.#bySize.every(this.#isHidden)) return;
      if (!(await this.#isSolved())) return;
      // Whatever is solved has a total in common with every group: that over all of them.
      this.#hideSmallest(this.#bySize);
    }
  }
}
