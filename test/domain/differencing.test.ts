import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnsweredReport, mayTellApart, textOf } from "../../src/domain/statistics/answered.js";
import { countsTellTogether, type SharedRows, tellsTogether } from "../../src/domain/statistics/differencing.js";
import { groupKey, hiddenGroups } from "../../src/domain/statistics/hidden-groups.js";
import type { Side } from "../../src/domain/statistics/reading.js";
import { pause } from "../support/pause.js";

/** A row of somebody, in a group of two dimensions of one report and of one dimension of the other, or left out by it. */
interface Row {
  readonly customer: number;
  /** What they bring in of a figure: nothing where no figure is compared. */
  readonly amount?: number;
  readonly first: readonly [string, string] | null;
  readonly second: readonly [string] | null;
}

const letter = fc.constantFrom("a", "b", "c");
const keys = {
  first: fc.option(fc.tuple(letter, letter), { freq: 8 }),
  second: fc.option(fc.tuple(letter), { freq: 8 }),
};
const rows = (customers: fc.Arbitrary<number>) =>
  fc.array(fc.record({ customer: customers, ...keys }), { minLength: 10, maxLength: 70 });

/** Mostly the same group in both, as with regions and branches: where differences are small. */
const mostly = (rows: number, otherwise: number) =>
  fc
    .array(fc.record({ group: letter, other: fc.option(letter, { freq: 12 }), out: fc.nat(otherwise) }), {
      minLength: rows,
      maxLength: 80,
    })
    .map((made) =>
      made.map(
        ({ group, other, out }, customer): Row => ({
          customer,
          first: out === 0 ? null : [group, "a"],
          second: out === 1 ? null : [other !== null && out === 2 ? other : group],
        }),
      ),
    );
const alike = mostly(12, 14);

const groupedBy = (all: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of all) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return groups;
};

const amountsOf = (all: readonly Row[]) => {
  const amounts = all.map(({ amount = 0 }) => amount);
  return { total: amounts.reduce((a, b) => a + b, 0), largest: Math.max(0, ...amounts) };
};

const shared = (all: readonly Row[]): SharedRows[] =>
  [...groupedBy(all, ({ first, second }) => JSON.stringify([first, second]))].map(([name, members]) => {
    const [first, second] = JSON.parse(name);
    return { first, second, customers: people(members), ...amountsOf(members) };
  });

const people = (all: Iterable<Row>): number => new Set([...all].map(({ customer }) => customer)).size;

/** What a report over these rows hides: as a report does, by what is behind its groups. */
const sideOf = async (all: readonly Row[], side: "first" | "second"): Promise<Side> => {
  const dimensions = side === "first" ? 2 : 1;
  const cells = groupedBy(
    all.filter((row) => row[side] !== null),
    (row) => JSON.stringify(row[side]),
  );
  const masses = [...cells].map(([name, members]) => {
    const { total, largest } = amountsOf(members);
    return {
      keys: JSON.parse(name) as string[],
      mass: { customers: people(members), total: BigInt(total), largest: BigInt(largest) },
    };
  });
  return { dimensions, hidden: await hiddenGroups(dimensions, masses, { apart: true, pause }) };
};

interface Sides {
  readonly first: Side;
  readonly second: Side;
}

const sidesOf = async (all: readonly Row[]): Promise<Sides> => ({
  first: await sideOf(all, "first"),
  second: await sideOf(all, "second"),
});

/** The groups over some of the dimensions that are shown, and all others together where the total gives them away. */
const shownGroups = (all: readonly Row[], sides: Sides, side: "first" | "second", mask: number): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of all) {
    const key = row[side];
    if (key === null) continue;
    const name = groupKey({ keys: key }, mask);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const hidden = sides[side].hidden(mask);
  const shown = [...groups].filter(([name]) => !hidden.has(name)).map(([, group]) => group);
  const left = [...groups].filter(([name]) => hidden.has(name)).flatMap(([, group]) => group);
  return left.length > 0 && sides[side].hidden(0).size === 0 ? [...shown, left] : shown;
};

const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 1 << items.length }, (_, set) => items.filter((_item, i) => (set >> i) & 1));

/** Every sum of groups of one against every group of the other, by trying. */
const byTrying = async (all: readonly Row[]): Promise<boolean> => {
  const sides = await sidesOf(all);
  const masks = { first: [0, 1, 2, 3], second: [0, 1] };
  const tried = (sums: "first" | "second", single: "first" | "second") =>
    masks[sums].some((a) =>
      masks[single].some((b) => {
        const unions = subsets(shownGroups(all, sides, sums, a)).map((groups) => new Set(groups.flat()));
        return shownGroups(all, sides, single, b).some((group) =>
          unions.some((union) => {
            const inGroup = new Set(group);
            const differing = [
              ...group.filter((row) => !union.has(row)),
              ...[...union].filter((row) => !inGroup.has(row)),
            ];
            const { total, largest } = amountsOf(differing);
            return (differing.length > 0 && people(differing) < 5) || largest * 100 > total * 85;
          }),
        );
      }),
    );
  return tried("first", "second") || tried("second", "first");
};

const tells = async (all: readonly Row[], apart: boolean): Promise<boolean> => {
  const { first, second } = await sidesOf(all);
  return tellsTogether({ rows: shared(all), sides: [first, second], apart }, pause);
};

const numbered = (all: readonly Row[]): Row[] => all.map((row, customer) => ({ ...row, customer }));

describe("two reports over customers tell of fewer than five together", () => {
  test("exactly if some sum of groups of one differs from a group or total of the other by one to four customers", async () => {
    const seen = { yes: 0, no: 0 };
    const check = async (all: readonly Row[]) => {
      const expected = await byTrying(all);
      seen[expected ? "yes" : "no"] += 1;
      expect(await tells(all, true)).toBe(expected);
    };
    await fc.assert(
      fc.asyncProperty(rows(fc.constant(0)), (all) => check(numbered(all))),
      { numRuns: 60, seed: 5 },
    );
    await fc.assert(fc.asyncProperty(alike, check), { numRuns: 60, seed: 6 });
    expect(seen.yes).toBeGreaterThan(20);
    expect(seen.no).toBeGreaterThan(20);
  });

  test("or, of a figure, by customers one of whom brings in nearly all", async () => {
    const seen = { one: 0, few: 0, no: 0 };
    const amount = fc.nat(24).map((n) => (n === 0 ? 400 : n % 4));
    const amounts = fc.array(amount, { minLength: 80, maxLength: 80 });
    const check = async (all: readonly Row[], given: readonly number[]) => {
      const brought = numbered(all).map((row, i) => ({ ...row, amount: given[i] ?? 0 }));
      const expected = await byTrying(brought);
      seen[!expected ? "no" : (await byTrying(all)) ? "few" : "one"] += 1;
      expect(await tells(brought, true)).toBe(expected);
    };
    await fc.assert(fc.asyncProperty(mostly(60, 5), amounts, check), { numRuns: 100, seed: 9 });
    await fc.assert(fc.asyncProperty(alike, amounts, check), { numRuns: 40, seed: 10 });
    expect(seen.one).toBeGreaterThan(10);
    expect(seen.no).toBeGreaterThan(5);
  });

  test("and where a customer stands in several groups, whenever that is so", async () => {
    let found = 0;
    const check = async (all: readonly Row[]) => {
      if (!(await byTrying(all))) return;
      found += 1;
      expect(await tells(all, false)).toBe(true);
    };
    await fc.assert(fc.asyncProperty(rows(fc.nat(25)), check), { numRuns: 80, seed: 7 });
    await fc.assert(
      fc.asyncProperty(alike, (all) => check(all.map((row) => ({ ...row, customer: row.customer % 30 })))),
      { numRuns: 60, seed: 8 },
    );
    expect(found).toBeGreaterThan(20);
  });

  test("nothing at all if they are about the same rows in the same groups", async () => {
    const same = [
      { first: ["a"], second: ["a"], customers: 7, total: 0, largest: 0 },
      { first: ["b"], second: ["b"], customers: 3, total: 0, largest: 0 },
      { first: ["c"], second: ["c"], customers: 9, total: 0, largest: 0 },
    ];
    const cells = same.map(({ first, customers }) => ({ keys: first, mass: { customers, total: 0n, largest: 0n } }));
    const side = { dimensions: 1, hidden: await hiddenGroups(1, cells, { apart: true, pause }) };
    expect(side.hidden(1).size).toBe(2);
    expect(await tellsTogether({ rows: same, sides: [side, side], apart: true }, pause)).toBe(false);
  });
});

test("counts of customers tell of fewer than five if two groups of five at least differ by one to four", () => {
  expect(countsTellTogether([{ first: 12, second: 10, both: 10 }])).toBe(true);
  expect(countsTellTogether([{ first: 12, second: 12, both: 11 }])).toBe(true);
  expect(countsTellTogether([{ first: 12, second: 7, both: 7 }])).toBe(false);
  expect(countsTellTogether([{ first: 12, second: 12, both: 12 }])).toBe(false);
  expect(countsTellTogether([{ first: 6, second: 4, both: 4 }])).toBe(false);
});

describe("which reports are held against each other", () => {
  const report = (asked: Partial<AnsweredReport>): AnsweredReport => ({
    subject: "CUSTOMERS",
    branch: null,
    groupBy: [],
    measures: ["CUSTOMERS"],
    filter: {},
    ...asked,
  });

  const BY_STATUS: Partial<AnsweredReport> = { subject: "RECORDS", groupBy: ["RECORD_STATUS"] };

  test.each<[string, Partial<AnsweredReport>, Partial<AnsweredReport>, boolean]>([
    ["a total and its table", { groupBy: ["CITY"] }, {}, false],
    ["a table and one over more dimensions", { groupBy: ["CITY"] }, { groupBy: ["KIND", "CITY"] }, false],
    ["two tables over other dimensions", { groupBy: ["CITY"] }, { groupBy: ["BRANCH"] }, true],
    ["a total and the same with a filter", {}, { filter: { KIND: ["COMPANY"] } }, true],
    ["a table and a total with a filter", { groupBy: ["KIND"] }, { filter: { KIND: ["COMPANY"] } }, true],
    ["two provinces", { filter: { PROVINCE: ["31"] } }, { filter: { PROVINCE: ["32"] } }, false],
    ["two provinces and one of them", { filter: { PROVINCE: ["31", "32"] } }, { filter: { PROVINCE: ["32"] } }, true],
    ["all and a branch", {}, { branch: "b" }, true],
    ["customers and records", {}, { subject: "RECORDS" }, true],
    ["the customers of a table of records and of its total", BY_STATUS, { subject: "RECORDS" }, true],
    [
      "the records of a table and of its total",
      { ...BY_STATUS, measures: ["RECORDS"] },
      { subject: "RECORDS", measures: ["RECORDS"] },
      false,
    ],
    [
      "tables of records, one by customers as well",
      { ...BY_STATUS, groupBy: ["RECORD_STATUS", "KIND"] },
      BY_STATUS,
      false,
    ],
    [
      "two categories",
      { subject: "RECORDS", filter: { CATEGORY: ["CREDIT"] } },
      { subject: "RECORDS", filter: { CATEGORY: ["CONTACT"] } },
      true,
    ],
  ])("%s: %j", (_, a, b, expected) => {
    expect(mayTellApart(report(a), report(b))).toBe(expected);
    expect(mayTellApart(report(b), report(a))).toBe(expected);
  });

  test("the same report is the same in whatever order it is asked for", () => {
    const one = report({ groupBy: ["CITY", "KIND"], filter: { PROVINCE: ["31", "32"], STATUS: ["ACTIVE"] } });
    const other = report({ groupBy: ["KIND", "CITY"], filter: { STATUS: ["ACTIVE"], PROVINCE: ["32", "31"] } });
    expect(textOf(other)).toBe(textOf(one));
    expect(textOf(report({ ...one, branch: "b" }))).not.toBe(textOf(one));
  });
});
