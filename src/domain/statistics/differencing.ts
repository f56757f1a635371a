import { grouped } from "./grouped.js";
import { isDominated, SMALLEST_GROUP } from "./mass.js";
import { type Overlap, overlapsOf, Sum, type Weight } from "./overlap.js";
import type { Pause } from "./pause.js";
import { readingsOf, type Side, UNSAID } from "./reading.js";

type Keys = readonly (string | null)[];

/** Rows that two reports put into the same two groups, and what they weigh; null: the report leaves them out. */
export interface SharedRows extends Weight {
  readonly first: Keys | null;
  readonly second: Keys | null;
}

export interface Compared {
  readonly rows: readonly SharedRows[];
  readonly sides: readonly [first: Side, second: Side];
  /** Whether rows are customers, so that customers add up. */
  readonly apart: boolean;
}

const isFew = (customers: number): boolean => customers > 0 && customers < SMALLEST_GROUP;

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

type Groups = ReadonlyMap<number, readonly Overlap[]>;

/** The rows of a group that the other report counts elsewhere or not at all. */
const outside = (group: readonly Overlap[], inside: Overlap, apart: boolean): Weight => {
  const sum = new Sum();
  for (const part of group) if (part !== inside) sum.add(part, apart);
  return sum;
};

/**
 * Whether a group of one report and the nearest sums of groups of the other differ by somebody, and by fewer than five, or by one
 * of them nearly alone. Each group is taken or left; if all fits, every other sum is a whole group away.
 */
const isNearlyASum = (parts: readonly Overlap[], other: 0 | 1, others: Groups, { apart, weighed }: How): boolean => {
  const choices = parts.map((inside): Choices => {
    const group = inside.groups[other];
    return group === UNSAID ? [inside] : [inside, outside(others.get(group) ?? [], inside, apart)];
  });
  return fewDiffer(choices, apart) || (weighed && oneDominates(choices));
};

const tells = (groups: Groups, other: 0 | 1, others: Groups, how: How): boolean => {
  for (const [group, parts] of groups) if (group !== UNSAID && isNearlyASum(parts, other, others, how)) return true;
  return false;
};

/**
 * Whether two reports over the same kind of rows, each by itself fit to be shown, tell of fewer than five customers by their
 * difference, or of one who brings in nearly all of it: a group or total of one against any sum of groups of the other, over any of their dimensions.
 */
export const tellsTogether = async ({ rows, sides: [one, other], apart }: Compared, pause: Pause): Promise<boolean> => {
  // Groups of five and more, and nothing left out of them that is fewer, differ by nobody or by five.
  const weighed = rows.some(({ total }) => total > 0);
  if (!weighed && !rows.some(({ customers }) => isFew(customers))) return false;
  const [firsts, seconds] = [
    readingsOf(
      one,
      rows.map(({ first }) => first),
    ),
    readingsOf(
      other,
      rows.map(({ second }) => second),
    ),
  ];
  for (const ofFirst of firsts)
    for (const ofSecond of seconds) {
      const overlaps = overlapsOf(rows, [ofFirst, ofSecond], apart);
      const [first, second] = [
        grouped(overlaps, (each) => each.groups[0]),
        grouped(overlaps, (each) => each.groups[1]),
      ];
      const how = { apart, weighed };
      if (tells(first, 1, second, how) || tells(second, 0, first, how)) return true;
      await pause();
    }
  return false;
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
