import type { AnsweredReport } from "./answered.js";
import type { Census, Keys, Kinds } from "./census.js";
import { isOfCustomer, type StatisticsDimension, type Subject } from "./subject.js";

/** What is in none of the groups: a filter leaves it out. */
export const NOWHERE = -1;

interface Part {
  /** Of every kind its group among those of these dimensions. */
  readonly of: Int32Array;
  readonly groups: readonly Keys[];
}

type Filters = readonly (readonly [name: StatisticsDimension, values: ReadonlySet<string>])[];

const filtersOf = ({ filter, branch }: AnsweredReport, { parts }: Census): Filters => {
  const asked = (Object.keys(filter) as StatisticsDimension[]).flatMap((name) => {
    const values = filter[name];
    return values ? [[name, new Set(values)] as const] : [];
  });
  return branch === null ? asked : [...asked, ["BRANCH", new Set([parts.branches.get(branch) ?? ""])]];
};

/** What has no value has none of those wanted. */
const passes = (value: string | null, wanted: ReadonlySet<string>): boolean => value !== null && wanted.has(value);

/** Kinds by the values they have of the dimensions asked for. */
const partOf = ({ dimensions, values }: Kinds, groupBy: readonly StatisticsDimension[], filters: Filters): Part => {
  const asked = groupBy.flatMap((name) => (dimensions.includes(name) ? [dimensions.indexOf(name)] : []));
  const own = filters.flatMap(([name, wanted]) =>
    dimensions.includes(name) ? [[dimensions.indexOf(name), wanted] as const] : [],
  );
  const groups: Keys[] = [];
  const known = new Map<string, number>();
  const of = Int32Array.from(values, (keys) => {
    if (!own.every(([at, wanted]) => passes(keys[at] ?? null, wanted))) return NOWHERE;
    const group = asked.map((at) => keys[at] ?? null);
    const name = JSON.stringify(group);
    const found = known.get(name) ?? groups.push(group) - 1;
    known.set(name, found);
    return found;
  });
  return { of, groups };
};

/** The rows of a census as a report sorts them into groups. */
export class Sorted {
  /** Of every row its group. */
  readonly of: Int32Array;
  /** Of every group its values, in the order the report asks for. */
  readonly groups: Keys[] = [];
  readonly #numbers: Int32Array;
  readonly #customers: Part;
  readonly #own: Part;

  constructor(
    census: Census,
    private readonly report: AnsweredReport,
    readonly subject: Subject,
  ) {
    const { kinds } = census.parts;
    const filters = filtersOf(report, census);
    this.#customers = partOf(kinds.CUSTOMERS, report.groupBy, filters);
    this.#own =
      subject === "CUSTOMERS"
        ? { of: new Int32Array(1), groups: [[]] }
        : partOf(kinds[subject], report.groupBy, filters);
    this.#numbers = new Int32Array(this.#customers.groups.length * this.#own.groups.length).fill(NOWHERE);
    const rows = census.rows[subject];
    this.of = new Int32Array(rows.kinds.length).fill(NOWHERE);
    for (let profile = 0; profile < census.kinds.length; profile++) {
      const kind = census.kinds[profile] as number;
      if (this.#customers.of[kind] === NOWHERE) continue;
      const end = rows.starts[profile + 1] as number;
      for (let row = rows.starts[profile] as number; row < end; row++)
        this.of[row] = this.groupOf(kind, rows.kinds[row] as number);
    }
  }

  /** The group of a row by the kind of its customer and its own. */
  groupOf(customer: number, row: number): number {
    const [first, second] = [this.#customers.of[customer] as number, this.#own.of[row] as number];
    if (first === NOWHERE || second === NOWHERE) return NOWHERE;
    const place = first * this.#own.groups.length + second;
    const found = this.#numbers[place] as number;
    if (found !== NOWHERE) return found;
    const number = this.groups.push(this.#keysOf(first, second)) - 1;
    this.#numbers[place] = number;
    return number;
  }

  #keysOf(first: number, second: number): Keys {
    const [ofCustomer, own] = [[...(this.#customers.groups[first] as Keys)], [...(this.#own.groups[second] as Keys)]];
    return this.report.groupBy.map((name) => (isOfCustomer(name) ? ofCustomer : own).shift() ?? null);
  }
}

/** Of each report and kind of rows: the one that is held against all others is sorted once. */
const MOST_KEPT = 8;

const kept = new WeakMap<Census, Map<string, Sorted>>();

export const sortedBy = (census: Census, report: AnsweredReport, subject: Subject): Sorted => {
  const known = kept.get(census) ?? new Map<string, Sorted>();
  kept.set(census, known);
  const name = JSON.stringify([subject, report.branch, report.groupBy, report.filter]);
  const sorted = known.get(name) ?? new Sorted(census, report, subject);
  // The one used last stands last, and the first one goes.
  known.delete(name);
  known.set(name, sorted);
  const [oldest = name] = known.keys();
  if (known.size > MOST_KEPT) known.delete(oldest);
  return sorted;
};
