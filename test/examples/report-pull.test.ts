import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../examples/report-pull.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { PURPOSE: "required" } });
});
afterAll(() => archive.close());

/** Title, table, notes. */
const pull = async (options: { as?: string; by?: string } = {}) =>
  (await run(`${archive.url}/graphql`, SEEDED_PASSWORD, options)).split("\n\n");

const rowsOf = (table = "") => table.split("\n").map((line) => line.split(/ {2,}/));

describe("a report, pulled by a reporting tool", () => {
  test("has a row for every group and a column for every measure", async () => {
    const [title, table] = await pull();
    expect(title).toMatch(/acts as REPORTER: customers by IMPORTANCE$/);
    const [head, ...rows] = rowsOf(table);
    expect(head).toEqual(["IMPORTANCE", "CUSTOMERS", "COMPLETENESS_MEAN", "REVENUE_SUM", "CREDIT_LIMIT_MEAN"]);
    expect(rows.map(([importance]) => importance)).toEqual(["A", "B", "C"]);
    const { data } = await archive.ask("analyst", "{ customers(first: 1) { totalCount } }");
    expect(rows.reduce((sum, [, customers]) => sum + Number(customers), 0)).toBe(data.customers.totalCount);
  });

  test("says how many groups are too small to be shown", async () => {
    const [, table, left] = await pull({ by: "PROVINCE,KIND,IMPORTANCE" });
    for (const [, , , customers] of rowsOf(table).slice(1)) expect(Number(customers)).toBeGreaterThanOrEqual(5);
    expect(Number(/^\d+/.exec(left ?? "")?.[0])).toBeGreaterThan(0);
  });

  test("is refused to whom its figures are not shown", async () => {
    await expect(pull({ as: "clerk" })).rejects.toThrow(/CLERK/);
  });
});
