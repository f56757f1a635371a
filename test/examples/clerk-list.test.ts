import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../examples/clerk-list.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { PURPOSE: "required" } });
});
afterAll(() => archive.close());

test("prints a page of customers as a clerk sees it, and what the clerk does not see", async () => {
  const printed = await run(`${archive.url}/graphql`, SEEDED_PASSWORD);
  const [title, table = "", , disclosures] = printed.split("\n\n");
  expect(title).toMatch(/acts as CLERK: the first 10 of \d+ customers/);
  expect(table.split("\n")).toHaveLength(11);
  expect(table).toMatch(/\d{3}\*{4}\d{4}/);
  expect(disclosures).toMatch(/customers\.nodes\.@\.riskClass +DENIED +CREDIT +SP12/);
});

test("says in one line that nobody answers", async () => {
  const nobody = "http://127.0.0.1:9/graphql";
  await expect(run(nobody, SEEDED_PASSWORD)).rejects.toThrow(`No archive answers at ${nobody}.`);
});

test("says what for it asks, which can be said otherwise", async () => {
  const asking = (purpose: string) => run(`${archive.url}/graphql`, SEEDED_PASSWORD, { purpose });
  expect(await asking("DEBT_COLLECTION")).toContain("acts as CLERK");
  await expect(asking("CURIOSITY")).rejects.toThrow(/x-purpose/);
});

test("says what the archive refused", async () => {
  await expect(run(`${archive.url}/graphql`, "not the password")).rejects.toThrow(/password/i);
});
