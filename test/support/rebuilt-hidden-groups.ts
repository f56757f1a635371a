// What src/domain/statistics/hidden-groups.ts has to hide, group by group: all is looked at anew whenever one more is hidden.
import { grouped } from "../../src/domain/statistics/grouped.js";
import { type Cell, groupKey, type Hidden } from "../../src/domain/statistics/hidden-groups.js";
import { type Mass, tellsOfSomebody, together } from "../../src/domain/statistics/mass.js";
import { RebuiltRowSpace } from "./rebuilt-row-space.js";

interface Group {
  readonly key: string;
  readonly cells: readonly Cell[];
  readonly mass: Mass;
}

type Level = ReadonlyMap<string, Group>;

const bitsOf = (mask: number): number => [...mask.toString(2)].filter((bit) => bit === "1").length;

const massAt = (cells: readonly Cell[], mask: number): Mass => ({
  ...together(
    cells.map(({ mass }) => mass),
    true,
  ),
  customers: cells.reduce((sum, cell) => sum + (cell.customersTowards?.(mask) ?? cell.mass.customers), 0),
});

const levelAt = (cells: readonly Cell[], mask: number): Level =>
  new Map(
    [...grouped(cells, (cell) => groupKey(cell, mask))].map(([key, members]) => [
      key,
      { key, cells: members, mass: massAt(members, mask) },
    ]),
  );

/** A total that is shown of a coarser table, or a group it hides, with the groups of this table it is the sum of. */
interface Line {
  readonly members: readonly Group[];
  readonly shown: boolean;
  readonly mass: Mass;
}

const bySize = (a: Group, b: Group): number =>
  a.mass.customers - b.mass.customers ||
  (a.mass.total < b.mass.total ? -1 : Number(a.mass.total > b.mass.total)) ||
  (a.key < b.key ? -1 : 1);

class Table {
  constructor(
    private readonly level: Level,
    private readonly lines: readonly Line[],
    private readonly apart: boolean,
    readonly hidden: Set<string>,
  ) {}

  #hiddenOf({ members }: Line): Group[] {
    return members.filter(({ key }) => this.hidden.has(key));
  }

  #hideNext(members: readonly Group[]): boolean {
    const [next] = members.filter(({ key }) => !this.hidden.has(key)).sort(bySize);
    if (next === undefined) return false;
    this.hidden.add(next.key);
    return true;
  }

  /** A total less what is shown of it must not speak of somebody, nor the groups of a hidden total add up to it. */
  #betrays(line: Line): boolean {
    const hidden = this.#hiddenOf(line);
    if (!line.shown) return hidden.length === 0;
    if (hidden.length === 0 || hidden.length === line.members.length) return false;
    const masses = hidden.map(({ mass }) => mass);
    return hidden.length === 1 || tellsOfSomebody(together(masses, this.apart));
  }

  #closeLines(): void {
    for (let changed = true; changed; )
      changed = this.lines.map((line) => this.#betrays(line) && this.#hideNext(line.members)).some(Boolean);
  }

  /** What adding and subtracting all totals shown would still give away: the groups it is the sum of. */
  #solved(): readonly Group[] | undefined {
    const unknown = [...this.level.values()].filter(({ key }) => this.hidden.has(key));
    const indexOf = new Map(unknown.map(({ key }, index) => [key, index]));
    const indexes = (groups: readonly Group[]) => groups.map(({ key }) => indexOf.get(key) as number);
    const known = this.lines.filter(({ shown }) => shown).map((line) => indexes(this.#hiddenOf(line)));
    const space = new RebuiltRowSpace(
      unknown.length,
      known.filter((sum) => sum.length > 0),
    );
    const secrets = this.lines.filter(({ shown, mass }) => !shown && tellsOfSomebody(mass));
    const targets = [
      ...unknown.filter(({ mass }) => tellsOfSomebody(mass)).map((group) => [group]),
      ...secrets.map((line) => this.#hiddenOf(line)),
    ];
    const solved = targets.find((groups) => space.gives(indexes(groups)));
    if (solved !== undefined) return solved;
    for (const sum of space.sums()) {
      const groups = sum.map((index) => unknown[index] as Group);
      const masses = groups.map(({ mass }) => mass);
      if (tellsOfSomebody(together(masses, this.apart)) && !this.#isTotal(groups)) return groups;
    }
    return undefined;
  }

  /** What is all of a total that is shown anyway. */
  #isTotal(groups: readonly Group[]): boolean {
    return this.lines.some(
      ({ shown, members }) =>
        shown && members.length === groups.length && members.every((each) => groups.includes(each)),
    );
  }

  /** Then nothing more can be hidden, whatever is found. */
  #showsNothing(): boolean {
    return [...this.level.keys()].every((key) => this.hidden.has(key));
  }

  close(): void {
    for (;;) {
      this.#closeLines();
      if (this.lines.length < 2 || this.#showsNothing()) return;
      const solved = this.#solved();
      if (solved === undefined) return;
      const keys = new Set(solved.map(({ key }) => key));
      const near = this.lines.filter(({ members }) => members.some(({ key }) => keys.has(key)));
      if (this.#hideNext(near.flatMap(({ members }) => members))) continue;
      if (!this.#hideNext([...this.level.values()])) return;
    }
  }
}

const inOrder = (cells: readonly Cell[], whole: number): Cell[] => {
  const keys = new Map(cells.map((cell) => [cell, groupKey(cell, whole)]));
  return [...cells].sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
};

interface Options {
  readonly apart: boolean;
  readonly alsoHidden?: (mask: number) => ReadonlySet<string>;
}

export const rebuiltHiddenGroups = (dimensions: number, given: readonly Cell[], options: Options): Hidden => {
  const whole = (1 << dimensions) - 1;
  // In whatever order a statement finds them: asked again, the same is hidden again.
  const cells = inOrder(given, whole);
  const masks = Array.from({ length: whole + 1 }, (_, mask) => mask).sort((a, b) => bitsOf(a) - bitsOf(b));
  const levels = masks.reduce((all, mask) => all.set(mask, levelAt(cells, mask)), new Map<number, Level>());
  const hidden = new Map<number, ReadonlySet<string>>();
  for (const mask of masks) {
    const level = levels.get(mask) as Level;
    const coarser = masks.filter((other) => other !== mask && (other & mask) === other);
    const lines = coarser.flatMap((other) => {
      const members = grouped(level.values(), ({ cells: [first] }) => groupKey(first as Cell, other));
      return [...members].map(([key, groups]): Line => {
        const { mass } = (levels.get(other) as Level).get(key) as Group;
        return { members: groups, mass, shown: !hidden.get(other)?.has(key) };
      });
    });
    const own = [...level.values()].filter(({ mass }) => tellsOfSomebody(mass)).map(({ key }) => key);
    const table = new Table(level, lines, options.apart, new Set([...own, ...(options.alsoHidden?.(mask) ?? [])]));
    table.close();
    hidden.set(mask, table.hidden);
  }
  return (mask) => hidden.get(mask) as ReadonlySet<string>;
};
