import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counted } from "../../src/domain/statistics/counted.js";
import { hidingOf, kindOf, weighedIn } from "../../src/domain/statistics/hiding.js";
import { figuresOf, type StatisticsMeasure } from "../../src/domain/statistics/measure.js";
import { pause } from "../support/pause.js";

const BALANCE = ["TOTAL_ASSETS", "TOTAL_LIABILITIES", "EQUITY"] as const;

const question = (measures: readonly StatisticsMeasure[]) => ({
  subject: "CUSTOMERS" as const,
  groupBy: ["KIND", "STATUS"] as const,
  measures,
  filter: {},
});

const group = (keys: readonly string[], having: number) => ({
  keys,
  customers: 20,
  records: 0,
  tasks: 0,
  openTasks: 0,
  overdueTasks: 0,
  completeness: "0",
  held: 0,
  verified: 0,
  having: { open: having, overdue: 20, held: 20 },
  towards: [],
});

const CELLS = ["a", "b", "c"].flatMap((kind) => ["x", "y", "z"].map((status) => [kind, status]));

/** What a figure comes to in each of the nine groups: of how many, and how much of it is of one of them. */
const masses = fc.array(
  fc.record({ customers: fc.integer({ min: 1, max: 30 }), share: fc.integer({ min: 1, max: 100 }) }),
  {
    minLength: CELLS.length,
    maxLength: CELLS.length,
  },
);

const counted = (each: readonly (readonly { customers: number; share: number }[])[]): Counted => ({
  groups: CELLS.map((keys) => group(keys, 10)),
  figures: BALANCE.flatMap((figure, i) =>
    CELLS.map((keys, at) => {
      const { customers = 0, share = 0 } = each[i]?.[at] ?? {};
      return { keys, figure, currency: "CNY", customers, sum: "100", total: "100", largest: String(share) };
    }),
  ),
});

describe("a report hides", () => {
  test("of assets, liabilities and equity all three in a group, or none: two of them give the third", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(masses, masses, masses), async (each) => {
        const given = counted(each);
        const { figures } = await hidingOf(question(["TOTAL_ASSETS_SUM"]), given, pause);
        const [first, ...others] = BALANCE.map((figure) => figures.get(kindOf({ figure, currency: "CNY" })));
        for (const mask of [0, 1, 2, 3])
          for (const other of others)
            expect([...(other?.(mask) ?? [])].sort()).toEqual([...(first?.(mask) ?? [])].sort());
        const small = given.figures.filter(({ customers, largest }) => customers < 5 || Number(largest) > 85);
        for (const { keys } of small) expect(first?.(3)).toContain(JSON.stringify(keys.map((key) => [key])));
      }),
    );
  });

  test("the same of them whichever is asked for: two reports are no way around it", () => {
    for (const figure of BALANCE) expect([...figuresOf([`${figure}_MEAN`])].sort()).toEqual([...BALANCE].sort());
    expect([...figuresOf(["REVENUE_SUM", "CUSTOMERS"])]).toEqual(["REVENUE"]);
  });

  test("how many tasks are open where fewer than five customers have any, and another group's, which would give it away", async () => {
    const open = kindOf({ figure: "open", currency: null });
    const hiddenWith = async (having: readonly number[]) => {
      const groups = CELLS.map((keys, at) => group(keys, having[at] ?? 10));
      const asked = question(["CUSTOMERS", "OPEN_TASKS"]);
      return (await hidingOf(asked, weighedIn(asked, { groups, figures: [] }), pause)).figures.get(open)?.(3);
    };
    expect((await hiddenWith([]))?.size).toBe(0);
    expect(await hiddenWith([4])).toContain('[["a"],["x"]]');
    expect((await hiddenWith([4]))?.size).toBeGreaterThan(1);
    expect((await hiddenWith([0]))?.size).toBe(0);
  });
});
