import { describe, expect, test, vi } from "vitest";
import { IMPORT_USAGE, parseImportOrder } from "../../src/cli/import-order.js";
import { progressLine, progressOn } from "../../src/cli/import-progress.js";
import { reportText } from "../../src/cli/import-report.js";
import { saysUsage } from "../../src/cli/usage.js";

describe("the order", () => {
  test("names files, and may name a branch, a collector and that it is a rehearsal", () => {
    expect(parseImportOrder(["a.csv", "--branch", "SH", "b.csv", "--as", "li", "--dry-run"])).toEqual({
      files: ["a.csv", "b.csv"],
      branchCode: "SH",
      username: "li",
      dryRun: true,
      map: undefined,
      encoding: undefined,
      sheet: undefined,
    });
  });

  test("may name a map, an encoding and a sheet", () => {
    const args = ["a.xlsx", "--map", "m.json", "--encoding", "GB18030", "--sheet", "客户"];
    expect(parseImportOrder(args)).toMatchObject({ map: "m.json", encoding: "gb18030", sheet: "客户" });
  });

  test.each([
    [[], "No file is named."],
    [["--dry-run"], "No file is named."],
    [["a.csv", "--brnch", "SH"], "Unknown option '--brnch'."],
    [["a.csv", "--branch"], "Option '--branch <value>' argument missing."],
    [["a.csv", "--branch", "--dry-run"], "Option '--branch' argument is ambiguous."],
    [["a.csv", "--branch", ""], '--branch "" is not the code of a branch.'],
    [["a.csv", "--encoding", "latin1"], '--encoding "latin1" is not one of utf-8, utf-16le, utf-16be, gb18030, big5.'],
    [["a.csv", "--writers", "99"], '--writers "99" is not a whole number from 1 to 16.'],
    [["a.csv", "--writers", "1.5"], '--writers "1.5" is not a whole number from 1 to 16.'],
  ])("%j is answered with what is wrong, then the usage", (args, wrong) => {
    expect(() => parseImportOrder(args)).toThrow(`${wrong}\nusage: npm run import`);
  });

  test.each([
    [["--help"], true],
    [["a.csv", "--help"], true],
    [["a.csv"], false],
  ])("%j asks how it is called: %s", (args, asks) => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    expect(saysUsage(IMPORT_USAGE, args)).toBe(asks);
    expect(written.mock.calls).toEqual(asks ? [[`${IMPORT_USAGE}\n`]] : []);
    written.mockRestore();
  });
});

describe("progress", () => {
  test("tells rows, speed, share of the bytes and what is left", () => {
    expect(progressLine({ rows: 5000, bytes: 250, totalBytes: 1000 }, 2000)).toBe(
      "5000 rows, 2500 rows/s, 25 %, about 6 s left",
    );
  });

  test.each([
    [true, "\r\u001b[K"],
    [false, "\n"],
  ])("on a terminal (%s) keeps to its rhythm", (isTTY, mark) => {
    const written: string[] = [];
    let now = 0;
    const progress = progressOn({ isTTY, write: (text) => written.push(text) }, () => now);
    for (now = 0; now <= 10_000; now += 50) progress.show({ rows: 1, bytes: 1, totalBytes: 2 });
    expect(written).toHaveLength(isTTY ? 50 : 2);
    expect(written[0]).toContain(mark);
  });
});

test("the report names every figure, the findings and where the rejected rows are", () => {
  const report = {
    rows: 4,
    customers: 2,
    records: 2,
    superseded: 0,
    unchanged: 1,
    rejected: 1,
    findings: { "WARNING REGISTRATION.uscc.check-character": 1 },
    rejectedFiles: ["a.csv.rejected.csv"],
  } as const;
  const text = reportText(report, 2, false);
  expect(text).toContain("Imported (2.0 s, 2 rows/s):");
  expect(text).toContain("1  WARNING REGISTRATION.uscc.check-character");
  expect(text).toContain("a.csv.rejected.csv");
  expect(reportText(report, 2, true)).toContain("Nothing was written");
});
