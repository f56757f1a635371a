import { grouped } from "./grouped.js";
import { Line } from "./line.js";
import { type Mass, tellsOfSomebody, together } from "./mass.js";
import { type Group, Table, type TableOptions } from "./table.js";

/** A finest group of a table, by the values of its dimensions. */
export interface Cell {
  readonly keys: readonly (string | null)[];
  /** What stands behind it. */
  readonly mass: Mass;
  /** Its customers that count towards a total over the dimensions of a mask: one in several groups counts in one. */
  readonly customersTowards?: (mask: number) => number;
}

interface GroupOfCells extends Group {
  readonly cells: readonly Cell[];
}

/** The groups over the dimensions of a mask. */
type Level = ReadonlyMap<string, GroupOfCells>;

const bitsOf = (mask: number): number => [...mask.toString(2)].filter((bit) => bit === "1").length;

/** The name of the group a cell belongs to over the dimensions of a mask. */
export const groupKey = ({ keys }: Pick<Cell, "keys">, mask: number): string =>
  JSON.stringify(keys.map((key, i) => ((mask >> i) & 1 ? [key] : 0)));

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

const inOrder = (cells: readonly Cell[], whole: number): Cell[] => {
  const keys = new Map(cells.map((cell) => [cell, groupKey(cell, whole)]));
  return [...cells].sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
};

export interface HidingOptions extends TableOptions {
  /** Groups of a table over some of the dimensions that are not shown for another reason. */
  readonly alsoHidden?: (mask: number) => ReadonlySet<string>;
}

/** Which groups a table and each of its totals over fewer dimensions hide, by the mask of their dimensions. */
export type Hidden = (mask: number) => ReadonlySet<string>;

/** What the groups of a level add up to over fewer dimensions, and what of that is shown. */
const linesOf = (
  groups: readonly GroupOfCells[],
  mask: number,
  coarser: Level,
  hidden: ReadonlySet<string>,
): Line[] => {
  const members = grouped(groups.keys(), (place) => groupKey(groups[place]?.cells[0] as Cell, mask));
  return [...members].map(([key, places]) => new Line(places, !hidden.has(key), (coarser.get(key) as Group).mass));
};

/**
 * Decides what a table hides so that neither a group that speaks of somebody, nor the rest of a total, can be had from
 * the groups shown, here and in the tables over fewer of its dimensions.
 */
export const hiddenGroups = async (
  dimensions: number,
  given: readonly Cell[],
  options: HidingOptions,
): Promise<Hidden> => {
  const whole = (1 << dimensions) - 1;
  // In whatever order a statement finds them: asked again, the same is hidden again.
  const cells = inOrder(given, whole);
  const masks = Array.from({ length: whole + 1 }, (_, mask) => mask).sort((a, b) => bitsOf(a) - bitsOf(b));
  const levels = new Map<number, Level>();
  const hidden = new Map<number, ReadonlySet<string>>();
  for (const mask of masks) {
    const level = levelAt(cells, mask);
    const groups = [...level.values()];
    const coarser = [...levels].filter(([other]) => (other & mask) === other);
    const lines = coarser.flatMap(([other, of]) =>
      linesOf(groups, other, of, hidden.get(other) as ReadonlySet<string>),
    );
    const table = new Table(groups, lines, options);
    const also = options.alsoHidden?.(mask) ?? new Set();
    for (const [place, { key, mass }] of groups.entries())
      if (also.has(key) || tellsOfSomebody(mass)) table.hide(place);
    await table.close();
    levels.set(mask, level);
    hidden.set(mask, new Set([...also, ...table.hidden().map((place) => (groups[place] as Group).key)]));
  }
  return (mask) => hidden.get(mask) as ReadonlySet<string>;
};
