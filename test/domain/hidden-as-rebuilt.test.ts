import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText } from "../../src/domain/statistics/decimal.js";
import { type Cell, groupKey, hiddenGroups } from "../../src/domain/statistics/hidden-groups.js";
import { reportOf } from "../../src/domain/statistics/report.js";
import { pause } from "../support/pause.js";
import { rebuiltHiddenGroups } from "../support/rebuilt-hidden-groups.js";

const amounts = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ total: 0n, largest: 0n }) },
  { weight: 4, arbitrary: fc.record({ total: fc.bigInt(100n, 900n), largest: fc.bigInt(1n, 80n) }) },
  { weight: 1, arbitrary: fc.constant({ total: 1000n, largest: 990n }) },
);

const mass = (mostly: number) =>
  fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: mostly }) }, fc.integer({ min: 5, max: 40 })),
      amounts,
    )
    .map(([customers, of]) => ({ customers, ...of }));

/** A customer in several groups counts in one of them towards a total. */
const towards = fc.array(fc.nat(4), { minLength: 8, maxLength: 8 });

const cells = (dimensions: number, values: number) =>
  fc.integer({ min: 2, max: 30 }).chain((mostly) =>
    fc.uniqueArray(
      fc.record({
        keys: fc.tuple(...Array.from({ length: dimensions }, () => fc.nat(values - 1).map(String))),
        mass: mass(mostly),
        less: towards,
      }),
      { selector: ({ keys }) => keys.join(), minLength: 1, maxLength: dimensions === 3 ? 70 : 40 },
    ),
  );

type Made = readonly { keys: string[]; mass: Cell["mass"]; less: readonly number[] }[];

const cellsOf = (made: Made, apart: boolean): Cell[] =>
  made.map(({ keys, mass, less }) =>
    apart
      ? { keys, mass }
      : { keys, mass, customersTowards: (mask) => Math.max(0, mass.customers - (less[mask] ?? 0)) },
  );

/** What something else hides: some of the groups and of the totals, and groups there are none of. */
const alsoHiddenOf =
  (made: Made, also: readonly number[]) =>
  (mask: number): ReadonlySet<string> =>
    new Set(
      also.map((at) => (made[at] ? groupKey(made[at], mask) : `none ${at}`)).filter((_, i) => (i + mask) % 2 === 0),
    );

describe.each([
  [0, 1, 50],
  [1, 6, 200],
  [2, 6, 800],
  [3, 5, 700],
])("of a table of %i dimensions", (dimensions, values, numRuns) => {
  test("the same groups and totals are hidden as when all is looked at anew for every group hidden", async () => {
    const made = fc.tuple(cells(dimensions, values), fc.boolean(), fc.array(fc.nat(80), { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(made, async ([all, apart, also]) => {
        const options = { apart, alsoHidden: alsoHiddenOf(all, also) };
        const expected = rebuiltHiddenGroups(dimensions, cellsOf(all, apart), options);
        const found = await hiddenGroups(dimensions, cellsOf(all, apart), { ...options, pause });
        for (let mask = 0; mask < 1 << dimensions; mask++)
          expect([...found(mask)].sort()).toEqual([...expected(mask)].sort());
      }),
      { numRuns },
    );
  });
});

const NO_ROWS = {
  records: 0,
  tasks: 0,
  openTasks: 0,
  overdueTasks: 0,
  completeness: "0",
  held: 0,
  verified: 0,
  having: { open: 0, overdue: 0, held: 0 },
  towards: [],
};

const figureOf = (keys: Cell["keys"], { customers, total, largest }: Cell["mass"]) => ({
  keys,
  figure: "REVENUE" as const,
  currency: "CNY",
  customers,
  sum: String(total),
  total: decimalText(total),
  largest: decimalText(largest),
});

const DIMENSIONS = ["PROVINCE", "KIND", "STATUS"] as const;
const nameOf = (keys: readonly (string | null)[]) => keys.join();

test("a whole report leaves out the same groups, and the same of a figure in those it shows", async () => {
  const seen = { shown: 0, left: 0, withheld: 0 };
  await fc.assert(
    fc.asyncProperty(cells(3, 4), fc.array(mass(12), { minLength: 70, maxLength: 70 }), async (made, of) => {
      const all = cellsOf(made, true);
      const groups = all.map(({ keys, mass: { customers } }) => ({ ...NO_ROWS, keys, customers }));
      const figures = all.map(({ keys }, i) => figureOf(keys, of[i] as Cell["mass"]));
      const question = { groupBy: DIMENSIONS, measures: ["CUSTOMERS", "REVENUE_SUM"] as const, filter: {} };
      const report = await reportOf(question, { groups, figures }, pause);
      if (all.reduce((sum, each) => sum + each.mass.customers, 0) < 5) return;
      const bare = all.map(({ keys, mass: { customers } }) => ({ keys, mass: { customers, total: 0n, largest: 0n } }));
      const hidden = rebuiltHiddenGroups(3, bare, { apart: true });
      const weighed = all.map(({ keys }, i) => ({ keys, mass: of[i] as Cell["mass"] }));
      const sums = rebuiltHiddenGroups(3, weighed, { apart: true, alsoHidden: hidden })(7);
      const shown = bare.filter((cell) => !hidden(7).has(groupKey(cell, 7)));
      const withheld = shown.filter((cell) => sums.has(groupKey(cell, 7)));
      expect(report.suppressedGroups).toBe(bare.length - shown.length);
      expect(report.groups.map(({ keys }) => nameOf(keys)).sort()).toEqual(
        shown.map(({ keys }) => nameOf(keys)).sort(),
      );
      const found = report.groups.filter((group) => group.hidden.includes("REVENUE_SUM"));
      expect(found.map(({ keys }) => nameOf(keys)).sort()).toEqual(withheld.map(({ keys }) => nameOf(keys)).sort());
      seen.shown += shown.length;
      seen.left += report.suppressedGroups;
      seen.withheld += withheld.length;
    }),
    { numRuns: 400 },
  );
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(100);
});
