import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { createBranch } from "../../src/commands/create-branch.js";
import type { Database } from "../../src/db/database.js";
import { branch } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { expectRefusal } from "../support/refusal.js";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const codes = () =>
  database.withViewer(SYSTEM, "READ", async ({ orm }) =>
    (await orm.select({ code: branch.code }).from(branch)).map(({ code }) => code),
  );

test("a branch is opened once; its code is its name among branches", async () => {
  await createBranch(database, { code: "SH-1", name: "上海分公司" });
  await expectRefusal(() => createBranch(database, { code: "SH-1", name: "另一家" }), "CONFLICT", "code");
  expect(await codes()).toEqual(["SH-1"]);
});

test("a code or name that cannot be kept is refused, and nothing is written", async () => {
  await expectRefusal(() => createBranch(database, { code: "sh 2", name: "上海" }), "BAD_USER_INPUT", "code");
  await expectRefusal(() => createBranch(database, { code: "SH-2", name: " " }), "BAD_USER_INPUT", "name");
  await expectRefusal(() => createBranch(database, { code: "SH-2", name: "a\0" }), "BAD_USER_INPUT", "name");
  expect(await codes()).toEqual(["SH-1"]);
});
