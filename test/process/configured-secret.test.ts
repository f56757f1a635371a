import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.js";
import { configuredSecret } from "../../src/process/configured-secret.js";
import { openConfigured } from "../../src/process/open-configured.js";
import { lineOf } from "../../src/process/start-failure.js";

let home: string;
let file: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "configured-secret-"));
  file = join(home, "a-file");
  await writeFile(file, "");
});
afterAll(() => rm(home, { recursive: true }));

const failure = (work: Promise<unknown>) => work.then(() => "none", lineOf);

test("a start whose data folder is a file is told in one line naming the variable", async () => {
  const line = `DATA_DIR: ${file} cannot be used: it, or something on the way to it, is no folder`;
  expect(await failure(openConfigured(readConfig({ DATA_DIR: file })))).toBe(line);
  expect(await failure(configuredSecret(undefined, file, "ledger-key"))).toBe(line);
});

test("a secret that is configured needs no data folder", async () => {
  expect(await configuredSecret("configured", file, "token-secret")).toBe("configured");
});

test("one that is not is kept there, and the same the next time", async () => {
  const folder = join(home, "deep/down");
  const made = await configuredSecret(undefined, folder, "token-secret");
  expect(await configuredSecret(undefined, folder, "token-secret")).toBe(made);
});

test("one whose file is damaged ends the start with one line that says what to do", async () => {
  const folder = join(home, "damaged");
  await mkdir(join(folder, "lookup-key"), { recursive: true });
  for (const name of ["ledger-key", "token-secret", "encryption-keys"]) await writeFile(join(folder, name), "short");
  const holds = (name: string) => `DATA_DIR: ${join(folder, name)} holds no usable secret: `;
  const of = (name: "ledger-key" | "token-secret") => failure(configuredSecret(undefined, folder, name));
  expect(await of("ledger-key")).toMatch(`${holds("ledger-key")}restore it from a backup`);
  expect(await of("token-secret")).toMatch(`${holds("token-secret")}delete it`);
  const opened = () => failure(openConfigured(readConfig({ DATA_DIR: folder })));
  expect(await opened()).toMatch(`${holds("encryption-keys")}restore it from a backup`);
  await writeFile(join(folder, "encryption-keys"), `trial:${Buffer.alloc(32).toString("base64")}`);
  expect(await opened()).toBe(`DATA_DIR: ${join(folder, "lookup-key")} cannot be read: EISDIR`);
});
