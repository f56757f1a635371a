import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnsweredReport } from "../../src/domain/statistics/answered.js";
import { Census, type Keys } from "../../src/domain/statistics/census.js";
import { countedIn } from "../../src/domain/statistics/count-census.js";
import { sharedCustomers, sharedRows } from "../../src/domain/statistics/shared-census.js";
import type { StatisticsDimension } from "../../src/domain/statistics/subject.js";

const KINDS: readonly Keys[] = [
  ["31", "A"],
  ["31", "B"],
  ["32", "A"],
  [null, "B"],
];
const ROWS: readonly Keys[] = [
  ["CONTACT", "ARCHIVED"],
  ["CONTACT", "RETURNED"],
  ["CREDIT", "ARCHIVED"],
];
const OF_CUSTOMERS: readonly StatisticsDimension[] = ["PROVINCE", "IMPORTANCE"];
const OF_RECORDS: readonly StatisticsDimension[] = ["CATEGORY", "RECORD_STATUS"];

const profiles = fc.array(
  fc.record({
    kind: fc.nat(KINDS.length - 1),
    customers: fc.integer({ min: 1, max: 4 }),
    records: fc.subarray(ROWS.map((_, i) => i)),
    tasks: fc.constant<number[]>([]),
  }),
  { minLength: 1, maxLength: 12 },
);

const reports = fc.record({
  groupBy: fc.subarray<StatisticsDimension>(["PROVINCE", "CATEGORY", "RECORD_STATUS"]),
  filter: fc.constantFrom({}, { IMPORTANCE: ["A"] }, { PROVINCE: ["31"] }, { RECORD_STATUS: ["ARCHIVED"] }),
});

const reportOf = (asked: { groupBy: readonly StatisticsDimension[]; filter: object }): AnsweredReport => ({
  ...asked,
  subject: "RECORDS",
  measures: ["CUSTOMERS", "RECORDS"],
  branch: null,
});

/** One customer after the other, and of each its rows as they are named. */
const people = (made: readonly { kind: number; customers: number; records: readonly number[] }[]) =>
  made.flatMap(({ kind, customers, records }) =>
    Array.from({ length: customers }, () =>
      records.map(
        (row) =>
          new Map(
            [...OF_CUSTOMERS, ...OF_RECORDS].map((name, i) => [
              name,
              [...(KINDS[kind] as Keys), ...(ROWS[row] as Keys)][i] ?? null,
            ]),
          ),
      ),
    ),
  );

type Row = ReadonlyMap<StatisticsDimension, string | null>;

const groupIn = (row: Row, { groupBy, filter }: AnsweredReport): string | null => {
  const passes = Object.entries(filter).every(([name, wanted]) => wanted?.includes(row.get(name as never) as string));
  return passes ? JSON.stringify(groupBy.map((name) => row.get(name) ?? null)) : null;
};

/** How many customers have a row in each of these. */
const countedBy = (rows: readonly (readonly Row[])[], nameOf: (row: Row) => string | null): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const of of rows)
    for (const name of new Set(of.map(nameOf))) if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const censusOf = (made: Parameters<typeof people>[0]) =>
  new Census({
    kinds: {
      CUSTOMERS: { dimensions: OF_CUSTOMERS, values: KINDS },
      RECORDS: { dimensions: OF_RECORDS, values: ROWS },
      TASKS: { dimensions: [], values: [] },
    },
    profiles: made.map((each) => ({ ...each, tasks: [] })),
    figures: [],
    branches: new Map(),
  });

describe("what reports come to is counted from a census as customer by customer", () => {
  test("a customer once in every group", () => {
    fc.assert(
      fc.property(profiles, reports, (made, asked) => {
        const report = reportOf(asked);
        const { groups } = countedIn(censusOf(made), report);
        const found = Object.fromEntries(groups.map(({ keys, customers }) => [JSON.stringify(keys), customers]));
        expect(found).toEqual(countedBy(people(made), (row) => groupIn(row, report)));
      }),
    );
  });

  test("and once in every total: over all groups it is as many as have a row", () => {
    fc.assert(
      fc.property(profiles, reports, (made, asked) => {
        const report = reportOf({ ...asked, groupBy: ["CATEGORY", "RECORD_STATUS"] });
        const towards = countedIn(censusOf(made), report).groups.map((group) => group.towards[0] ?? 0);
        const all = countedBy(people(made), (row) => (groupIn(row, report) === null ? null : "all"));
        expect(towards.reduce((sum, each) => sum + each, 0)).toBe(all.all ?? 0);
      }),
    );
  });

  test("two reports by the groups of both", () => {
    fc.assert(
      fc.property(profiles, reports, reports, (made, one, other) => {
        const [a, b] = [reportOf(one), reportOf(other)];
        const shared = sharedRows(censusOf(made), a, b).map(({ first, second, customers }) => [
          `${first && JSON.stringify(first)} ${second && JSON.stringify(second)}`,
          customers,
        ]);
        const pairOf = (row: Row) => {
          const [first, second] = [groupIn(row, a), groupIn(row, b)];
          return first === null && second === null ? null : `${first} ${second}`;
        };
        expect(Object.fromEntries(shared)).toEqual(countedBy(people(made), pairOf));
      }),
    );
  });

  test("and their customers in common", () => {
    fc.assert(
      fc.property(profiles, reports, reports, (made, one, other) => {
        const [a, b] = [reportOf({ ...one, groupBy: [] }), reportOf({ ...other, groupBy: [] })];
        const has = (report: AnsweredReport) => (of: readonly Row[]) => of.some((row) => groupIn(row, report) !== null);
        const all = people(made);
        const [first, second] = [all.filter(has(a)).length, all.filter(has(b)).length];
        const both = all.filter(has(a)).filter(has(b)).length;
        // Once as a group and once as the total, on either side.
        const found = sharedCustomers(censusOf(made), a, b);
        expect(found).toEqual(both === 0 ? [] : Array.from({ length: 4 }, () => ({ first, second, both })));
      }),
    );
  });
});
