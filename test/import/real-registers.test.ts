import { existsSync } from "node:fs";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type ImportReport, importFiles } from "../../src/commands/import-files.js";
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
    return importFiles({ database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" }, { files });
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

  test("a file in GB18030 is read as what it is", async () => {
    const report = await imported("yunnan-1995-gb18030.csv");
    expect(report.customers + report.unchanged + report.rejected).toBe(report.rows);
    expect(report.rejected).toBeLessThanOrEqual(1);
    const [found] = await database.withViewer(SYSTEM, "READ", (session) =>
      session.rows<{ n: number }>(
        "select count(*)::int as n from customer where name like '%云南%' or name like '%昆明%'",
        [],
      ),
    );
    expect(found?.n).toBeGreaterThan(50);
  });
});
