import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { isCertain } from "../../src/commands/import/known-customers.js";
import { splitRows } from "../../src/commands/import/register-parts.js";
import type { PlacedRegistration } from "../../src/commands/import/registration.js";
import { importFiles } from "../../src/commands/import-files.js";
import type { Database } from "../../src/db/database.js";
import { customer, informationRecord } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { givenBranch, NOW } from "../support/factory.js";
import { fictitiousUscc, registerOf, rowOf } from "./register-files.js";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const wrong = (uscc: string): string => uscc.slice(0, -1) + (uscc.endsWith("A") ? "B" : "A");

describe("rows that may be about one customer are never written beside each other", () => {
  const code = fc.constantFrom(null, ...[1, 2, 3, 4, 5, 6].map(fictitiousUscc), wrong(fictitiousUscc(1)));
  const row = fc.record({ uscc: code, name: fc.constantFrom("甲", "乙", "丙", "丁") });

  test("two rows in different parts have right and different codes", () => {
    const property = fc.property(fc.array(row), fc.integer({ min: 2, max: 4 }), (rows, parts) => {
      const { apart, together } = splitRows(rows as PlacedRegistration[], parts);
      expect([...apart.flat(), ...together]).toHaveLength(rows.length);
      const codes = apart.map((part) => new Set(part.map(({ uscc }) => uscc)));
      for (const [i, part] of apart.entries())
        for (const { uscc, name } of part) {
          expect(isCertain(uscc)).toBe(true);
          expect(codes.filter((each, j) => j !== i && each.has(uscc))).toEqual([]);
          expect(rows.filter((each) => each.name === name && !isCertain(each.uscc))).toEqual([]);
        }
    });
    fc.assert(property);
  });

  test("rows of a large register are spread over all parts", () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({ uscc: fictitiousUscc(i), name: `${i}` }));
    const { apart, together } = splitRows(rows as PlacedRegistration[], 4);
    expect(together).toEqual([]);
    for (const part of apart) expect(part.length).toBeGreaterThan(50);
  });
});

/** A register with all that is hard about one: no code, a wrong one, one twice, names twice, an earlier name. */
const ROWS = [
  ...Array.from({ length: 300 }, (_, i) => rowOf(i)),
  rowOf(7, { 经营范围: "五金交电" }),
  rowOf(8, { 企业名称: "改名以后有限公司" }),
  rowOf(300, { 统一社会信用代码: "" }),
  rowOf(300),
  rowOf(301),
  rowOf(301, { 统一社会信用代码: wrong(fictitiousUscc(301)) }),
  rowOf(302, { 企业名称: "同名有限公司" }),
  rowOf(303, { 企业名称: "同名有限公司" }),
  rowOf(304, { 注册日期: "某日" }),
  rowOf(0),
];

const archiveOf = async (branchId: string) => {
  const found = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm
      .select({
        name: customer.name,
        uscc: customer.uscc,
        scope: informationRecord.businessScope,
        status: informationRecord.status,
        corrects: informationRecord.correctsId,
        place: informationRecord.reference,
      })
      .from(customer)
      .innerJoin(informationRecord, eq(informationRecord.customerId, customer.id))
      .where(eq(customer.branchId, branchId))
      .orderBy(asc(customer.name), asc(customer.uscc), asc(informationRecord.recordedAt), asc(informationRecord.id)),
  );
  return found
    .map(({ corrects, place, ...row }) => ({ ...row, corrects: corrects !== null, line: place?.split(", ")[1] }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
};

const importedBy = async (writers: number, rows: readonly string[]) => {
  const branch = await givenBranch(database);
  const context = { database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" } as const;
  const file = await registerOf(rows);
  const lines: number[] = [];
  const onProgress = ({ rows: done }: { rows: number }) => void lines.push(done);
  const order = { files: [file], branchCode: branch.code, writers };
  const { rejectedFiles, ...first } = await importFiles({ ...context, onProgress }, order);
  const { rejectedFiles: _, ...again } = await importFiles(context, order);
  return { first, again, archive: await archiveOf(branch.id), rejected: rejectedFiles.length, done: lines.at(-1) };
};

test("an import by several transactions at once leaves the archive one after another would", async () => {
  const one = await importedBy(1, ROWS);
  const four = await importedBy(4, ROWS);
  expect(four).toEqual(one);
  expect(one.first.rows).toBe(ROWS.length);
  expect(one.archive.filter(({ corrects }) => corrects).length).toBeGreaterThan(1);
});

test("two imports of one register at the same time, each by several transactions, double nothing", async () => {
  const branch = await givenBranch(database);
  const file = await registerOf(ROWS.slice(0, 300));
  const other = await registerOf(ROWS.slice(0, 300).reverse());
  const context = { database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" } as const;
  const order = { branchCode: branch.code, writers: 3 };
  await Promise.all([
    importFiles(context, { ...order, files: [file] }),
    importFiles(context, { ...order, files: [other] }),
  ]);
  expect(await archiveOf(branch.id)).toHaveLength(300);
});
