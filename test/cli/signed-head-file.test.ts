import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headIn } from "../../src/cli/signed-head-file.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "head-"));
});
afterAll(() => rm(folder, { recursive: true }));

const HEAD = {
  key: "k",
  number: 3,
  lastSeq: 12,
  entries: 12,
  hash: "h",
  signedAt: "2026-03-10T02:00:00.000Z",
  publicKey: "p",
  signature: "s",
};

const fileOf = async (text: string): Promise<string> => {
  const file = join(folder, "head.json");
  await writeFile(file, text);
  return file;
};

test.each([
  ["as it is printed", JSON.stringify(HEAD, null, 2)],
  [
    "with what npm says before it",
    `\n> archive@0.1.0 ledger\n> node dist/cli/ledger.js head\n\n${JSON.stringify(HEAD)}\n`,
  ],
])("a signed head is read from its file %s", async (_, text) => {
  expect(await headIn(await fileOf(text))).toEqual(HEAD);
});

test.each(["", "{}", "no head", `${JSON.stringify(HEAD)}${JSON.stringify(HEAD)}`])("%j holds none", async (text) => {
  await expect(headIn(await fileOf(text))).rejects.toThrow("holds no signed head");
});
