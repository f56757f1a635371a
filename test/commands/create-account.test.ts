import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountRequest, createAccount } from "../../src/commands/create-account.js";
import { createAdmin } from "../../src/commands/create-admin.js";
import { login } from "../../src/commands/login.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { identityOn } from "../support/identity.js";
import { refusalOf } from "../support/refusal.js";

const NOW = new Date("2026-06-30T08:00:00Z");
const first = { username: "root", displayName: "Root", password: "a-good-password" };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("the first account signs in as administrator, and its name is taken from then on", async () => {
  await createAdmin(database, first);
  const { viewer } = await login(await identityOn(database, true), first, { now: NOW, address: "127.0.0.1" });
  expect(viewer.roles).toEqual(["ADMIN"]);
  expect((await refusalOf(() => createAdmin(database, first))).code).toBe("CONFLICT");
});

test("whoever works for no branch needs none, nor a training", async () => {
  const roles = ["REVIEWER", "ANALYST", "ARCHIVIST", "COMPLIANCE"] as const;
  expect(await createAccount(database, { ...first, username: "office", roles })).toEqual(expect.any(String));
});

test.each<[string, Partial<AccountRequest>, string]>([
  ["a username in capitals", { username: "Root" }, "username"],
  ["a username with a NUL byte", { username: "ro\u0000ot" }, "username"],
  ["a blank display name", { displayName: "  " }, "displayName"],
  ["a display name of nothing to be seen", { displayName: "\u200b" }, "displayName"],
  ["a display name that turns round what stands behind it", { displayName: "甲\u202e乙" }, "displayName"],
  ["a display name of half a character", { displayName: "甲\ud83d" }, "displayName"],
  ["a short password", { password: "short" }, "password"],
  ["no role", { roles: [] }, "roles"],
  ["an auditor who is something else, too", { roles: ["AUDITOR", "CLERK"] }, "roles"],
  ["a clerk of no branch", { branchCode: null }, "branchCode"],
  ["a verifier of no branch", { roles: ["VERIFIER"], branchCode: null, qualifications: ["SITE_VISIT"] }, "branchCode"],
  ["a collector of no branch who reviews, too", { roles: ["REVIEWER", "COLLECTOR"], branchCode: null }, "branchCode"],
  ["a verifier trained in nothing", { roles: ["CLERK", "VERIFIER"] }, "qualifications"],
  ["a branch that is not there", { branchCode: "NOWHERE" }, "branchCode"],
])("%s is refused", async (_, wrong, field) => {
  const request = { ...first, username: "other", roles: ["CLERK"] as const, branchCode: "SH", ...wrong };
  expect((await refusalOf(() => createAccount(database, request))).details).toEqual({ field });
});
