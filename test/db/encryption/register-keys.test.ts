import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM } from "../../../src/auth/viewer.js";
import type { Database } from "../../../src/db/database.js";
import { registerKeys } from "../../../src/db/encryption/register-keys.js";
import { Vault } from "../../../src/db/encryption/vault.js";
import { openTestDatabase } from "../../support/database.js";
import { testKey, testVault } from "../../support/vault.js";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  await registerKeys(database);
});
afterAll(() => database.close());

const startWith = (vault: Vault) => registerKeys({ ...database, vault });

const registered = () =>
  database.withViewer(SYSTEM, "READ", async ({ rows }) =>
    (await rows<{ id: string }>("select id from encryption_key order by id", [])).map(({ id }) => id),
  );

test("a start with a new key knows both from then on, and nothing of them is kept but what tells them apart", async () => {
  await startWith(testVault(["k2", "k1"]));
  expect((await registered()).sort()).toEqual(["LOOKUP_KEY", "k1", "k2"]);
});

test("a start without a key that values need is refused, and told how many", async () => {
  await expect(startWith(testVault(["k2"]))).rejects.toThrow(
    /^ENCRYPTION_KEYS: \d{3,} values of this database still need the key k1; .*npm run rotate-keys$/,
  );
  expect(await registered()).toContain("k1");
});

test("one that nothing needs may be taken away", async () => {
  await startWith(testVault(["k1"]));
  expect(await registered()).not.toContain("k2");
});

test("another key of the same name is refused before it writes, and leaves no trace", async () => {
  const [k3, lookup] = [testKey("k3"), Buffer.alloc(32, "fingerprints of tests ")];
  const wrong = new Vault({ keys: [{ id: "k1", bytes: testKey("other").bytes }, k3], lookup });
  await expect(startWith(wrong)).rejects.toThrow(/^ENCRYPTION_KEYS: k1 is another key/);
  expect(await registered()).not.toContain("k3");
});

test("so is another key of fingerprints: equal values would not be found again", async () => {
  const wrong = new Vault({ keys: [testKey("k1")], lookup: Buffer.alloc(32, "z") });
  await expect(startWith(wrong)).rejects.toThrow(/^LOOKUP_KEY is another key/);
});
