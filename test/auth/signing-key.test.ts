import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signingKey } from "../../src/auth/signing-key.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "signing-key-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a configured secret is used, and nothing is written", async () => {
  expect(await signingKey("configured", join(folder, "none"))).toBe("configured");
  await expect(stat(join(folder, "none"))).rejects.toThrow("ENOENT");
});

test("without one a secret is made once, kept for the next start, readable by its owner alone", async () => {
  const data = join(folder, "data");
  const first = await signingKey(undefined, data);
  expect(first).toHaveLength(43);
  expect(await signingKey(undefined, data)).toBe(first);
  const { mode } = await stat(join(data, "token-secret"));
  expect(mode & 0o777).toBe(0o600);
});

test("of several processes that start together all have the same, and all of it", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => signingKey(undefined, folder)));
  expect(new Set(made).size).toBe(1);
  expect(await readdir(folder)).toEqual(["token-secret"]);
});

test("what cannot be made anew without a loss is to be restored", async () => {
  await writeFile(join(folder, "ledger-key"), "short");
  await expect(signingKey(undefined, folder, "ledger-key")).rejects.toThrow("restore it from a backup");
});

test("an emptied file is refused, not signed with", async () => {
  await writeFile(join(folder, "token-secret"), "");
  await expect(signingKey(undefined, folder)).rejects.toThrow("delete it");
  expect(await readFile(join(folder, "token-secret"), "utf8")).toBe("");
});
