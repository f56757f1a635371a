import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { registerOperations } from "../../src/commands/register-operations.js";
import { removeOperations } from "../../src/commands/remove-operations.js";
import type { Database } from "../../src/db/database.js";
import { listOperations } from "../../src/db/queries/persisted-operation.js";
import { openTestDatabase } from "../support/database.js";
import { makeAccount } from "../support/identity.js";
import { expectRefusal } from "../support/refusal.js";

const NOW = new Date("2026-06-30T02:00:00Z");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const operation = (name: string, hash = "sha256") => {
  const body = `query ${name} { viewer { role } }`;
  return { id: createHash(hash).update(body).digest("hex"), name, body };
};
const register = (operations: ReturnType<typeof operation>[], by?: string) =>
  registerOperations(database, { operations, by, now: NOW });
const names = async () =>
  (await database.withViewer(SYSTEM, "READ", listOperations)).map(({ name, registeredBy }) => [name, registeredBy]);

test("registering twice changes nothing; who did it is kept", async () => {
  const admin = await makeAccount(database, { roles: ["ADMIN"] });
  expect(await register([operation("One")], admin)).toHaveLength(1);
  expect(await register([operation("One"), operation("Two")])).toEqual([operation("Two").id]);
  expect(await names()).toEqual([
    ["One", admin],
    ["Two", null],
  ]);
});

test.each(["sha256", "sha1", "md5"])("a document may be known by its %s", async (hash) => {
  expect(await register([operation("Hashed", hash)])).toHaveLength(1);
});

test("an id that is no hash of its text registers nothing, not even the others", async () => {
  const before = await names();
  const stranger = { ...operation("Other"), id: operation("Stranger").id };
  await expectRefusal(() => register([operation("Three"), stranger]), "BAD_USER_INPUT");
  expect(await names()).toEqual(before);
});

test("an id never comes to stand for another text", async () => {
  const known = operation("Known", "md5");
  await database.withViewer(SYSTEM, "WRITE", ({ rows }) =>
    rows("insert into persisted_operation (id, name, body, registered_at) values ($1, 'Collided', 'another', now())", [
      known.id,
    ]),
  );
  await expectRefusal(() => register([known, operation("Four")]), "CONFLICT");
  expect((await names()).flat()).not.toContain("Four");
});

test("nobody registers as an account that administers nothing, or none", async () => {
  const clerk = await makeAccount(database, { roles: ["CLERK"] });
  const former = await makeAccount(database, { roles: ["ADMIN"], disabledAt: NOW.toISOString() });
  for (const username of [clerk, former, "nobody"])
    await expectRefusal(() => register([operation("Five")], username), "BAD_USER_INPUT");
});

test("operations are removed by id or by name, all or none", async () => {
  await register([operation("Six"), operation("Six", "md5"), operation("Seven")]);
  await expectRefusal(() => removeOperations(database, ["Six", "Nope"]), "NOT_FOUND");
  expect(await removeOperations(database, ["Six", operation("Seven").id])).toHaveLength(3);
  expect((await names()).flat()).not.toContain("Six");
});
