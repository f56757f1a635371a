import { existsSync } from "node:fs";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportReport, importRegister } from "../../src/commands/import-register.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { givenBranch, NOW } from "../support/factory.js";

/** Slices of a public register beside the repository, on machines that have them. None of it is kept here. */
const registers = join(import.meta.dirname, "../../../shared/data/registry");

describe.skipIf(!existsSync(registers))("registers as they are published", () => {
  let database: Database;
  let folder: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "registers-"));
    await givenBranch(database, { code: "HQ" });
  });
  afterAll(() => database.close());

  const imported = async (...names: string[]): Promise<ImportReport> => {
    for (const name of names) await copyFile(join(registers, name), join(folder, name));
    const files = names.map((name) => join(folder, name));
    return importRegister({ database, now: NOW, timeZone: "Asia/Shanghai" }, { files });
  };

  const names = ["fujian-1985.csv", "shanghai-1995-bom.csv"];

  test("every row becomes a customer or is rejected, and only the shifted one is", async () => {
    const report = await imported(...names);
    expect(report.rows).toBe(169 + 4851);
    expect(report.customers + report.rejected).toBe(169 + 4851);
    expect(report).toMatchObject({ rejected: 1, unchanged: 0, records: report.customers });
    expect(Object.keys(report.findings)).not.toContain("WARNING REGISTRATION.registeredCapital.unreadable");
  });

  test("a second run changes nothing", async () => {
    expect(await imported(...names)).toMatchObject({ customers: 0, records: 0, unchanged: 5019, rejected: 1 });
  });

  test("a file in GB18030 is refused with a word about UTF-8", async () => {
    await expect(imported("yunnan-1995-gb18030.csv")).rejects.toThrow("UTF-8");
  });
});
