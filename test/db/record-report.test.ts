import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { refreshFacts } from "../../src/commands/refresh-facts.js";
import type { Database } from "../../src/db/database.js";
import { countedFor } from "../../src/db/statistics/report.js";
import { todayIn } from "../../src/domain/local-date.js";
import { openTestDatabase } from "../support/database.js";
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
    { numRuns: 150 },
  );
  expect(several / asked).toBeGreaterThan(0.2);
});
