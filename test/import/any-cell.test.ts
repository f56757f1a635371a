import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "../../src/commands/import/importer.js";
import { importFiles } from "../../src/commands/import-files.js";
import type { Database } from "../../src/db/database.js";
import { openTestDatabase } from "../support/database.js";
import { SEEDED_AT } from "../support/seed.js";
import { fileOf } from "./register-files.js";

const examples = join(import.meta.dirname, "../../examples/import");
const EXAMPLES = [
  ["register", "register.csv", ","],
  ["contacts", "contacts.csv", ","],
  ["statements", "statements.csv", ";"],
  ["transactions", "transactions.tsv", "\t"],
] as const;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
});
afterAll(() => database.close());

interface Example {
  readonly header: string;
  readonly row: readonly string[];
  readonly separator: string;
  readonly map: string;
}

/** The first row of an example, which is a good one. */
const exampleOf = async (kind: string, file: string, separator: string): Promise<Example> => {
  const [header = "", row = ""] = (await readFile(join(examples, file), "utf8")).split(/\r?\n/);
  return { header, row: row.split(separator), separator, map: join(examples, `${kind}.map.json`) };
};

type Row = readonly string[];

const inEachColumn = (row: Row, texts: readonly string[]): Row[] =>
  [...row.keys()].flatMap((at) => texts.map((text) => row.with(at, text)));

/** What becomes of rows, and of the example's own behind them all. */
const rehearsed = async ({ header, row, separator, map }: Example, rows: readonly Row[]) => {
  const file = await fileOf([header, ...[...rows, row].map((cells) => cells.join(separator)), ""].join("\n"));
  const outcomes: Outcome[] = [];
  const onRow = (_: string, outcome: Outcome) => void outcomes.push(outcome);
  const context = { database, now: SEEDED_AT, timeZone: "Asia/Shanghai", fourEyes: "strict", onRow } as const;
  await importFiles(context, { files: [file], map, branchCode: "SH", dryRun: true });
  outcomes.sort((a, b) => a.line - b.line);
  expect(outcomes).toHaveLength(rows.length + 1);
  return outcomes;
};

const SIGNS = ["万", "元", "公司", "1", "1,", ".", "0", "-", "(", " ·", "\u3000·", "a", "@", "a.", "co ", "\u{1F600}"];
const LONG = 20_000;

/** Of twice the length a form that tries out where its parts end takes four times as long: seconds for one such cell. */
const QUICK_MS = 20_000;

describe.each(EXAMPLES)("of a file of %s", (kind, file, separator) => {
  test(
    "a cell of whatever length is read in the time its length takes",
    async () => {
      const example = await exampleOf(kind, file, separator);
      const started = performance.now();
      await rehearsed(
        example,
        inEachColumn(
          example.row,
          SIGNS.map((sign) => `${sign.repeat(LONG / sign.length)}x`),
        ),
      );
      expect(performance.now() - started).toBeLessThan(QUICK_MS);
    },
    3 * QUICK_MS,
  );

  test("whatever stands in a cell, its row goes in or is rejected with a reason, and the others are not held up", async () => {
    const EXTREMES = [
      "0001-01-01",
      "9999-12-30",
      "9999-12-31",
      "01.01.0001",
      "31.12.9999",
      "0000-00-00",
      "99999999999999.9999",
      "-99999999999999.9999",
      "1e400",
      "0",
      "-0",
      "NaN",
      "true",
      "是",
      "null",
      "'",
      "\\",
      "\u202e",
      "\ufeff",
      "\ud83d",
      "=1+1",
      "",
    ];
    const example = await exampleOf(kind, file, separator);
    const ENDS = ["0001-01-01", "9999-01-01", "9999-12-31"];
    const pairs = inEachColumn(example.row, ENDS).flatMap((row) => inEachColumn(row, ENDS));
    const outcomes = await rehearsed(example, [...inEachColumn(example.row, EXTREMES), ...pairs]);
    for (const each of outcomes) if (each.outcome === "REJECTED") expect(each.reason.length).toBeGreaterThan(5);
    expect(outcomes.at(-1)?.outcome).not.toBe("REJECTED");
  });
});
