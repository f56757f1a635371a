import { groupKey, type Hidden } from "./hidden-groups.js";
import { SMALLEST_GROUP } from "./mass.js";

type Keys = readonly (string | null)[];

/** Rows that two reports put into the same two groups, and how many customers they are of; null: the report leaves them out. */
export interface SharedRows {
  readonly first: Keys | null;
  readonly second: Keys | null;
  readonly customers: number;
}

/** One of two reports: how many dimensions it has and what it hides. */
export interface Side {
  readonly dimensions: number;
  readonly hidden: Hidden;
}

export interface Compared {
  readonly rows: readonly SharedRows[];
  readonly sides: readonly [first: Side, second: Side];
  /** Whether rows are customers, so that customers add up. */
  readonly apart: boolean;
}

const isFew = (customers: number): boolean => customers > 0 && customers < SMALLEST_GROUP;

/** What a report says of a row: a group it is counted in, if need be all those together that are hidden; null: nothing. */
type Reading = (keys: Keys | null) => string | null;

const REST = "rest";

/** The groups over the dimensions of a mask, without what is hidden, and with the total less what is shown. */
const readingsAt = ({ hidden }: Side, mask: number): Reading[] => {
  const reading =
    (ofHidden: string | null): Reading =>
    (keys) => {
      if (keys === null) return null;
      const key = groupKey({ keys }, mask);
      return hidden(mask).has(key) ? ofHidden : key;
    };
  return hidden(0).size > 0 ? [reading(null)] : [reading(null), reading(REST)];
};

const readingsOf = (side: Side): Reading[] =>
  Array.from({ length: 1 << side.dimensions }, (_, mask) => readingsAt(side, mask)).flat();

/** Customers by what one report says of them and what the other does. */
class Overlaps {
  readonly #of = new Map<string | null, Map<string | null, number>>();

  constructor(private readonly apart: boolean) {}

  /** Where customers may stand on both sides, there are as many as on the larger side, at least. */
  plus(a: number, b: number): number {
    return this.apart ? a + b : Math.max(a, b);
  }

  add(group: string | null, other: string | null, customers: number): void {
    const parts = this.#of.get(group) ?? new Map<string | null, number>();
    this.#of.set(group, parts);
    parts.set(other, this.plus(parts.get(other) ?? 0, customers));
  }

  groups(): Iterable<readonly [group: string | null, parts: ReadonlyMap<string | null, number>]> {
    return this.#of;
  }

  /** Customers of a group by rows the other report counts elsewhere or not at all. */
  outside(group: string, other: string): number {
    let sum = 0;
    for (const [key, customers] of this.#of.get(group) ?? []) if (key !== other) sum = this.plus(sum, customers);
    return sum;
  }
}

/**
 * Whether a group of one report and the nearest sum of groups of the other differ by somebody, and by fewer than five. Each
 * group is taken or left, whichever differs less; if all fits, every other sum is a whole group away.
 */
const isNearlyASum = (group: string, parts: ReadonlyMap<string | null, number>, others: Overlaps): boolean => {
  let differing = 0;
  for (const [part, inside] of parts)
    differing = others.plus(differing, part === null ? inside : Math.min(inside, others.outside(part, group)));
  return isFew(differing);
};

const tells = (groups: Overlaps, others: Overlaps): boolean => {
  for (const [group, parts] of groups.groups()) if (group !== null && isNearlyASum(group, parts, others)) return true;
  return false;
};

/**
 * Whether two reports over the same kind of rows, each by itself fit to be shown, tell of fewer than five customers by their
 * difference: a group or total of one against any sum of groups of the other, over any of their dimensions.
 */
export const tellsTogether = ({ rows, sides: [one, other], apart }: Compared): boolean => {
  // Groups of five and more, and nothing left out of them that is fewer, differ by nobody or by five.
  if (!rows.some(({ customers }) => isFew(customers))) return false;
  const firsts = readingsOf(one).map((reading) => rows.map(({ first }) => reading(first)));
  const seconds = readingsOf(other).map((reading) => rows.map(({ second }) => reading(second)));
  return firsts.some((ofFirst) =>
    seconds.some((ofSecond) => {
      const [first, second] = [new Overlaps(apart), new Overlaps(apart)];
      for (const [i, { customers }] of rows.entries()) {
        const [a, b] = [ofFirst[i] as string | null, ofSecond[i] as string | null];
        first.add(a, b, customers);
        second.add(b, a, customers);
      }
      return tells(first, second) || tells(second, first);
    }),
  );
};

/** Customers two groups have, each by itself and both. */
export interface SharedCustomers {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** Whether two groups, counted in customers, differ by somebody and by fewer than five. */
export const countsTellTogether = (pairs: readonly SharedCustomers[]): boolean =>
  pairs.some(
    ({ first, second, both }) =>
      first >= SMALLEST_GROUP && second >= SMALLEST_GROUP && isFew(first + second - 2 * both),
  );
