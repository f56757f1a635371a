import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../examples/clerk-list.js";
import { registerOperations } from "../../src/commands/register-operations.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

const MANIFEST = new URL("../../examples/generated/persisted-documents.json", import.meta.url);

let now = SEEDED_AT;
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ now: () => now, env: { OPERATIONS: "registered" } });
});
afterAll(() => archive.close());

test("the examples run where only registered operations are answered, once codegen's manifest is registered", async () => {
  const list = () => run(`${archive.url}/graphql`, SEEDED_PASSWORD);
  await expect(list()).rejects.toThrow("Only registered operations are answered here.");
  const documents: Record<string, string> = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const operations = Object.entries(documents).map(([id, body]) => {
    return { id, name: /(?:query|mutation) (\w+)/.exec(body)?.[1] ?? "", body };
  });
  await registerOperations(archive.database, { operations, now });
  // What is registered is known everywhere within two seconds.
  now = new Date(SEEDED_AT.getTime() + 3_000);
  expect(await list()).toContain("acts as CLERK");
});
