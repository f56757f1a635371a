import type { AnsweredReport } from "./answered.js";
import { add, type Census, eachRow } from "./census.js";
import type { SharedCustomers, SharedRows } from "./differencing.js";
import { type Figure, figuresOf } from "./measure.js";
import { NOWHERE, type Sorted, sortedBy } from "./sorted.js";

/** Rows two reports share, by the figure and currency they bring in; of no figure: all of them. */
export interface SharedRow extends SharedRows {
  readonly figure: Figure | null;
  readonly currency: string | null;
}

const sharedFigures = (
  census: Census,
  [a, b]: readonly [Sorted, Sorted],
  figures: ReadonlySet<Figure>,
): SharedRow[] => {
  const found = new Map<string, SharedRow>();
  for (const { kind, figure, currency, customers, total, largest } of census.parts.figures) {
    if (!figures.has(figure)) continue;
    const [first, second] = [a.groupOf(kind, 0), b.groupOf(kind, 0)];
    if (first === NOWHERE && second === NOWHERE) continue;
    const key = JSON.stringify([first, second, figure, currency]);
    const before = found.get(key);
    const keys = { first: a.groups[first] ?? null, second: b.groups[second] ?? null };
    found.set(key, {
      ...keys,
      figure,
      currency,
      customers: (before?.customers ?? 0) + customers,
      total: (before?.total ?? 0) + Number(total),
      largest: Math.max(before?.largest ?? 0, Number(largest)),
    });
  }
  return [...found.values()];
};

/** The groups of both reports that rows fall into, and of how many customers they are. */
export const sharedRows = (census: Census, a: AnsweredReport, b: AnsweredReport): SharedRow[] => {
  const { subject } = a;
  const sides = [sortedBy(census, a, subject), sortedBy(census, b, subject)] as const;
  const [first, second] = sides;
  const width = second.groups.length + 1;
  const size = (first.groups.length + 1) * width;
  const [sums, last] = [new Int32Array(size), new Int32Array(size).fill(NOWHERE)];
  eachRow(census.rows[subject], (row, profile) => {
    const pair = ((first.of[row] as number) + 1) * width + (second.of[row] as number) + 1;
    if (pair === 0 || last[pair] === profile) return;
    last[pair] = profile;
    add(sums, pair, census.customers[profile] as number);
  });
  const rows: SharedRow[] = [];
  for (let pair = 1; pair < size; pair++) {
    const customers = sums[pair] as number;
    if (customers === 0) continue;
    rows.push({
      first: first.groups[Math.floor(pair / width) - 1] ?? null,
      second: second.groups[(pair % width) - 1] ?? null,
      figure: null,
      currency: null,
      customers,
      total: 0,
      largest: 0,
    });
  }
  const theirs = figuresOf(b.measures);
  const both = [...figuresOf(a.measures)].filter((figure) => theirs.has(figure));
  return both.length === 0 ? rows : [...rows, ...sharedFigures(census, sides, new Set(both))];
};

/** The groups of every profile, and last all of it; none where nothing of it is counted. */
const membersOf = (sorted: Sorted, census: Census, profile: number): Set<number> => {
  const { starts } = census.rows[sorted.subject];
  const found = new Set<number>();
  for (let row = starts[profile] as number; row < (starts[profile + 1] as number); row++)
    if (sorted.of[row] !== NOWHERE) found.add(sorted.of[row] as number);
  if (found.size > 0) found.add(sorted.groups.length);
  return found;
};

/** The customers of every group of two reports and of all of each, and of any two of these together. */
export const sharedCustomers = (census: Census, a: AnsweredReport, b: AnsweredReport): SharedCustomers[] => {
  const [one, other] = [sortedBy(census, a, a.subject), sortedBy(census, b, b.subject)];
  const width = other.groups.length + 1;
  const [firsts, seconds] = [new Int32Array(one.groups.length + 1), new Int32Array(width)];
  const both = new Int32Array(firsts.length * width);
  for (let profile = 0; profile < census.customers.length; profile++) {
    const customers = census.customers[profile] as number;
    const theirs = membersOf(other, census, profile);
    for (const group of theirs) add(seconds, group, customers);
    for (const group of membersOf(one, census, profile)) {
      add(firsts, group, customers);
      for (const second of theirs) add(both, group * width + second, customers);
    }
  }
  const found: SharedCustomers[] = [];
  for (let pair = 0; pair < both.length; pair++) {
    if (both[pair] === 0) continue;
    found.push({
      first: firsts[Math.floor(pair / width)] as number,
      second: seconds[pair % width] as number,
      both: both[pair] as number,
    });
  }
  return found;
};
