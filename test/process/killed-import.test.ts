import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import { registerOf, rowOf } from "../import/register-files.js";
import { givenBranch } from "../support/factory.js";
import { createCopy } from "../support/postgresql-databases.js";
import { buildServer } from "../support/server-process.js";
import { TEST_KEYS, testVault } from "../support/vault.js";

const ROWS = 20_000;
const KILLED_AFTER = 3_000;

const run = inject("testRun");

describe.runIf(run)("an import killed in the middle", () => {
  let [script, url, file] = ["", "", ""];
  let database: Database;

  beforeAll(async () => {
    if (run === null) return;
    script = join(dirname(buildServer()), "cli/import.js");
    url = await createCopy(run, `${run.prefix}_migrated`);
    database = await openDatabase({ url, pool: 2, dataDir: "", vault: testVault() });
    await givenBranch(database);
    file = await registerOf(Array.from({ length: ROWS }, (_, i) => rowOf(i)));
  }, 120_000);
  afterAll(() => database?.close());

  const count = async (text: string): Promise<number> => {
    const sought = `select count(*)::int as n from ${text}`;
    const [found] = await database.withViewer(SYSTEM, "READ", (session) => session.rows<{ n: number }>(sought, []));
    return found?.n ?? 0;
  };

  const start = () => {
    const settings = { DATABASE_URL: url, TOKEN_SECRET: "x".repeat(32), ...TEST_KEYS, LOG_LEVEL: "silent" };
    return spawn(process.execPath, [script, file], {
      env: { ...process.env, NODE_ENV: "development", ...settings },
      stdio: ["ignore", "ignore", "inherit"],
    });
  };

  test("leaves no half row, and run again completes the file with nothing doubled", async () => {
    const first = start();
    const dead = once(first, "exit");
    while (first.exitCode === null && (await count("customer")) < KILLED_AFTER) await pause(20);
    first.kill("SIGKILL");
    await dead;
    const kept = await count("information_record");
    expect(kept).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(kept).toBeLessThan(ROWS);
    expect(await count("customer")).toBe(kept);
    expect(await count("record_state")).toBe(kept);

    const [code] = await once(start(), "exit");
    expect(code).toBe(0);
    expect(await count("customer")).toBe(ROWS);
    expect(await count("information_record")).toBe(ROWS);
    expect(await count("record_state")).toBe(ROWS);
    expect(await count("(select distinct name from customer) names")).toBe(ROWS);
  }, 180_000);
});
