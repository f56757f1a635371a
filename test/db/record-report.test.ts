import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { refreshFacts } from "../../src/commands/refresh-facts.js";
import type { Database } from "../../src/db/database.js";
import { readCensus } from "../../src/db/statistics/read-census.js";
import { countedFor } from "../../src/db/statistics/report.js";
import { todayIn } from "../../src/domain/local-date.js";
import { countedIn } from "../../src/domain/statistics/count-census.js";
import { openTestDatabase } from "../support/database.js";
import { asOwner } from "../support/owner.js";
import { SEEDED_AT } from "../support/seed.js";

const TIME_ZONE = "Asia/Shanghai";
const MOMENT = {
  now: SEEDED_AT,
  today: todayIn(TIME_ZONE, SEEDED_AT),
  timeZone: TIME_ZONE,
  fourEyes: "strict",
} as const;
const OWN = ["CATEGORY", "RECORD_STATUS", "MONTH"] as const;
type Own = (typeof OWN)[number];

interface Stored extends Record<Own, string> {
  readonly customer: string;
}

let database: Database;
let stored: Stored[];
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  await refreshFacts({ database, ...MOMENT } as never);
  // Some facts are kept, some are to be reckoned anew.
  await asOwner(database, "insert into fact_queue (customer_id) select id from customer where hashtext(code) % 3 = 0");
  stored = await database.withViewer(SYSTEM, "READ", ({ rows }) =>
    rows<Stored>(
      `select customer_id::text as customer, category::text as "CATEGORY", status::text as "RECORD_STATUS",
        to_char(collected_at at time zone $1, 'YYYY-MM') as "MONTH" from information_record`,
      [TIME_ZONE],
    ),
  );
});
afterAll(() => database.close());

const valuesOf = (name: Own): string[] => [...new Set(stored.map((row) => row[name]))].sort();

type Filter = Partial<Record<Own, string[]>>;

const anyFilter = (): fc.Arbitrary<Filter> => {
  const some = (name: Own) => fc.subarray(valuesOf(name), { minLength: 1 });
  return fc.record(
    { CATEGORY: some("CATEGORY"), RECORD_STATUS: some("RECORD_STATUS"), MONTH: some("MONTH") },
    { requiredKeys: [] },
  );
};

const passes = (filter: Filter) => (row: Stored) => OWN.every((name) => filter[name]?.includes(row[name]) ?? true);

const customersOf = (rows: readonly Stored[]): number => new Set(rows.map(({ customer }) => customer)).size;

test("a customer counts once in each group and once in each total of a report over records, however it is filtered", async () => {
  let [asked, several] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.subarray([...OWN]), anyFilter(), async (groupBy, filter) => {
      const scope = { rows: "ALL" } as const;
      const question = { subject: "RECORDS", groupBy, measures: ["RECORDS"], filter, scope, ...MOMENT } as const;
      const { groups } = await countedFor(database, SYSTEM, question);
      const left = stored.filter(passes(filter));
      const agree = (keys: readonly (string | null)[], mask: number) => (row: Stored) =>
        groupBy.every((name, i) => !((mask >> i) & 1) || row[name] === keys[i]);
      const whole = (1 << groupBy.length) - 1;
      expect(groups.reduce((sum, { records }) => sum + records, 0)).toBe(left.length);
      for (const { keys, customers, records, towards } of groups) {
        const members = left.filter(agree(keys, whole));
        expect([keys, customers, records]).toEqual([keys, customersOf(members), members.length]);
        for (const mask of towards.keys()) {
          const together = groups.filter((other) =>
            groupBy.every((_, i) => !((mask >> i) & 1) || other.keys[i] === keys[i]),
          );
          const counted = together.reduce((sum, other) => sum + (other.towards[mask] ?? 0), 0);
          expect([keys, mask, counted]).toEqual([keys, mask, customersOf(left.filter(agree(keys, mask)))]);
        }
      }
      asked += 1;
      if (groups.length > 1) several += 1;
    }),
    { numRuns: 60 },
  );
  expect(several / asked).toBeGreaterThan(0.2);
});

type Told = readonly { keys: readonly (string | null)[]; customers: number; towards: readonly number[] }[];

const groupsTold = (groups: Told): string[] =>
  groups.map(({ keys, customers }) => JSON.stringify([keys, customers])).sort();

/** By which of their groups customers add to a total is free; what all of them come to is not. */
const totalsTold = (groups: Told): number[] =>
  (groups[0]?.towards ?? []).map((_, mask) => groups.reduce((sum, { towards }) => sum + (towards[mask] ?? 0), 0));

test("a census of some reports says of each what its own statement counts", async () => {
  const anyReport = fc.record({ groupBy: fc.subarray([...OWN, "KIND" as const]), filter: anyFilter() });
  await fc.assert(
    fc.asyncProperty(anyReport, anyReport, async (one, other) => {
      const asked = [one, other].map((each) => ({
        ...each,
        subject: "RECORDS" as const,
        measures: ["CUSTOMERS" as const],
        branch: null,
      }));
      const census = await readCensus(database, SYSTEM, asked, MOMENT);
      for (const report of asked) {
        const counted = await countedFor(database, SYSTEM, { ...report, scope: { rows: "ALL" }, ...MOMENT });
        const own = countedIn(census, report).groups;
        expect(groupsTold(own)).toEqual(groupsTold(counted.groups));
        expect(totalsTold(own)).toEqual(totalsTold(counted.groups));
      }
    }),
    { numRuns: 30 },
  );
});
