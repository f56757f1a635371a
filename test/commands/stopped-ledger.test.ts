import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccessEntry } from "../../src/commands/ledger-entry.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { givenAccount } from "../support/factory.js";
import { ledgerOn } from "../support/ledger.js";
import { asOwner } from "../support/owner.js";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("a ledger that was stopped has written what it was told, and takes no more: it would be lost", async () => {
  const ledger = await ledgerOn(database);
  const entry: AccessEntry = {
    viewer: await givenAccount(database, { roles: ["AUDITOR"] }),
    occurredAt: new Date("2026-06-30T02:00:00Z"),
    purpose: null,
    exit: "GRAPHQL",
    outcome: "ANSWERED",
    code: null,
    operation: { name: "Before", hash: "0".repeat(64), registered: false },
    policyVersion: "1",
    reads: [],
    customers: new Set(),
  };
  ledger.note(entry);
  await ledger.stop();
  expect(await asOwner(database, "select operation_name as name from access_event")).toEqual([{ name: "Before" }]);
  expect(() => ledger.note(entry)).toThrow("cannot be written");
  await expect(ledger.write(entry)).rejects.toThrow("cannot be written");
});
