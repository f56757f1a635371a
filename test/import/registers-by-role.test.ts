import { existsSync } from "node:fs";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFiles } from "../../src/commands/import-files.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";

/** Slices of a public register beside the repository, on machines that have them. None of it is kept here. */
const registers = join(import.meta.dirname, "../../../shared/data/registry");
const IMPORTED = 169 + 770;
const DEMO = { all: 200, SH: 67 };

const ASK = `query ($after: String) {
  customers(first: 100, after: $after, orderBy: [{ field: CREATED_AT, direction: DESC }]) {
    totalCount
    pageInfo { endCursor }
    nodes {
      name uscc region riskClass completeness { score }
      registration {
        legalName uscc legalRepresentative registeredCapital { amount currency } establishedOn businessScope
        status disclosure corroboration source { channel subChannel } screening { rule severity }
      }
      contacts { mobile }
      financialStatements(first: 1) { nodes { revenue { amount band } } }
    }
  }
}`;

describe.skipIf(!existsSync(registers))("the registers, imported and asked for by every role", () => {
  let archive: Archive;

  beforeAll(async () => {
    archive = await openArchive();
    const folder = await mkdtemp(join(tmpdir(), "registers-"));
    const files = ["fujian-1985.csv", "yunnan-1995-gb18030.csv"].map((name) => join(folder, name));
    for (const file of files) await copyFile(join(registers, file.slice(folder.length)), file);
    const context = {
      database: archive.database,
      now: SEEDED_AT,
      timeZone: "Asia/Shanghai",
      fourEyes: "strict",
    } as const;
    await importFiles(context, { files, branchCode: "SH" });
  }, 120_000);
  afterAll(() => archive.close());

  test.each([
    ["clerk", DEMO.SH],
    ["collector", DEMO.SH],
    ["reviewer", DEMO.all],
    ["analyst", DEMO.all],
    ["archivist", DEMO.all],
    ["compliance", DEMO.all],
    ["auditor", DEMO.all],
  ])("%s sees the register facts in full, in one statement a page", async (username, before) => {
    archive.sent();
    const { data } = await archive.ask(username, ASK);
    expect(archive.sent()).toHaveLength(1);
    expect(data.customers.totalCount).toBe(before + IMPORTED);
    for (const { registration, riskClass } of data.customers.nodes) {
      expect(riskClass).toBeNull();
      expect(registration).toMatchObject({
        legalName: expect.any(String),
        disclosure: "FULL",
        corroboration: "SINGLE_SOURCE",
        source: { channel: "PUBLIC_SOURCE", subChannel: "OFFICIAL_REGISTER" },
        screening: expect.any(Array),
      });
    }
  });

  test("the same register facts for each of them, on the branch they share", async () => {
    const facts = async (username: string) => (await archive.ask(username, ASK)).data.customers.nodes;
    const [clerk, ...others] = await Promise.all(["clerk", "collector", "reviewer", "auditor"].map(facts));
    for (const seen of others) expect(seen).toEqual(clerk);
  });
});
