import { groupKey, type Hidden } from "./hidden-groups.js";
import { isDominated, SMALLEST_GROUP } from "./mass.js";

type Keys = readonly (string | null)[];

/** How many customers, what they bring in of a figure without signs, and the most that one of them does; of no figure: 0. */
export interface Weight {
  readonly customers: number;
  readonly total: number;
  readonly largest: number;
}

/** Rows that two reports put into the same two groups, and what they weigh; null: the report leaves them out. */
export interface SharedRows extends Weight {
  readonly first: Keys | null;
  readonly second: Keys | null;
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

/** A weight that grows: there are hundreds of thousands of rows to add to some. */
class Sum implements Weight {
  customers = 0;
  total = 0;
  largest = 0;

  /** Where customers may stand on both sides (not `apart`), there are as many as on the larger side, at least. */
  add({ customers, total, largest }: Weight, apart: boolean): void {
    this.customers = apart ? this.customers + customers : Math.max(this.customers, customers);
    this.total += total;
    this.largest = Math.max(this.largest, largest);
  }
}

/** Rows by what one report says of them and what the other does. */
class Overlaps {
  readonly #of = new Map<string | null, Map<string | null, Sum>>();

  constructor(private readonly apart: boolean) {}

  add(group: string | null, other: string | null, weight: Weight): void {
    let parts = this.#of.get(group);
    if (parts === undefined) {
      parts = new Map();
      this.#of.set(group, parts);
    }
    let sum = parts.get(other);
    if (sum === undefined) {
      sum = new Sum();
      parts.set(other, sum);
    }
    sum.add(weight, this.apart);
  }

  groups(): Iterable<readonly [group: string | null, parts: ReadonlyMap<string | null, Weight>]> {
    return this.#of;
  }

  /** The rows of a group that the other report counts elsewhere or not at all. */
  outside(group: string, other: string): Weight {
    const sum = new Sum();
    for (const [key, weight] of this.#of.get(group) ?? []) if (key !== other) sum.add(weight, this.apart);
    return sum;
  }
}

interface How {
  /** Whether customers add up. */
  readonly apart: boolean;
  /** Whether anything is brought in at all. */
  readonly weighed: boolean;
}

/** What a difference has of a part of a group: what is inside, where the part is left; what is outside, where it is taken. */
type Choices = readonly [Weight] | readonly [inside: Weight, outside: Weight];

const least = (choices: Choices, of: "customers" | "total"): number => Math.min(...choices.map((each) => each[of]));

/** Whether, of all sums of parts, the one that differs by fewest customers differs by somebody, and by fewer than five. */
const fewDiffer = (parts: readonly Choices[], apart: boolean): boolean => {
  const fewest = parts.map((choices) => least(choices, "customers"));
  return isFew(apart ? fewest.reduce((a, b) => a + b, 0) : Math.max(0, ...fewest));
};

/** Whether some sum of parts differs by what one customer nearly alone brings in: their part is in it, of the others as little as can be. */
const oneDominates = (parts: readonly Choices[]): boolean => {
  const smallest = parts.map((choices) => least(choices, "total"));
  const all = smallest.reduce((a, b) => a + b, 0);
  return parts.some((choices, i) =>
    choices.some(({ total, largest }) => isDominated(largest, all - (smallest[i] as number) + total)),
  );
};

/**
 * Whether a group of one report and the nearest sums of groups of the other differ by somebody, and by fewer than five, or by one
 * of them nearly alone. Each group is taken or left; if all fits, every other sum is a whole group away.
 */
const isNearlyASum = (
  group: string,
  parts: ReadonlyMap<string | null, Weight>,
  others: Overlaps,
  { apart, weighed }: How,
): boolean => {
  const choices = [...parts].map(
    ([part, inside]): Choices => (part === null ? [inside] : [inside, others.outside(part, group)]),
  );
  return fewDiffer(choices, apart) || (weighed && oneDominates(choices));
};

const tells = (groups: Overlaps, others: Overlaps, how: How): boolean => {
  for (const [group, parts] of groups.groups())
    if (group !== null && isNearlyASum(group, parts, others, how)) return true;
  return false;
};

/**
 * Whether two reports over the same kind of rows, each by itself fit to be shown, tell of fewer than five customers by their
 * difference, or of one who brings in nearly all of it: a group or total of one against any sum of groups of the other, over any of their dimensions.
 */
export const tellsTogether = ({ rows, sides: [one, other], apart }: Compared): boolean => {
  // Groups of five and more, and nothing left out of them that is fewer, differ by nobody or by five.
  const weighed = rows.some(({ total }) => total > 0);
  if (!weighed && !rows.some(({ customers }) => isFew(customers))) return false;
  const firsts = readingsOf(one).map((reading) => rows.map(({ first }) => reading(first)));
  const seconds = readingsOf(other).map((reading) => rows.map(({ second }) => reading(second)));
  return firsts.some((ofFirst) =>
    seconds.some((ofSecond) => {
      const [first, second] = [new Overlaps(apart), new Overlaps(apart)];
      for (const [i, row] of rows.entries()) {
        const [a, b] = [ofFirst[i] as string | null, ofSecond[i] as string | null];
        first.add(a, b, row);
        second.add(b, a, row);
      }
      const how = { apart, weighed };
      return tells(first, second, how) || tells(second, first, how);
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
