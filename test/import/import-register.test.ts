import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUTHORITY } from "../../src/auth/authority.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type ImportRequest, importFiles } from "../../src/commands/import-files.js";
import type { Database, Orm } from "../../src/db/database.js";
import { account, customer, informationRecord, recordState, screeningFinding } from "../../src/db/tables/index.js";
import { Refusal, type RefusalCode } from "../../src/domain/refusal.js";
import { openTestDatabase } from "../support/database.js";
import { givenAccount, givenBranch, NOW, TODAY } from "../support/factory.js";
import { fictitiousUscc, fileOf, registerOf, rejectedOf, rowOf } from "./register-files.js";

let database: Database;
let branchCode: string;
let branchId: string;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const imported = (file: string, request: Partial<ImportRequest> = {}) =>
  importFiles(
    { database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" },
    { files: [file], branchCode, ...request },
  );

const read = <T>(work: (orm: Orm) => Promise<T>) => database.withViewer(SYSTEM, "READ", ({ orm }) => work(orm));

const customersNamed = (name: string) => read((orm) => orm.select().from(customer).where(eq(customer.name, name)));

const recordsOf = (name: string) =>
  read((orm) =>
    orm
      .select({ record: informationRecord })
      .from(informationRecord)
      .innerJoin(customer, eq(customer.id, informationRecord.customerId))
      .where(eq(customer.name, name))
      .orderBy(asc(informationRecord.id)),
  ).then((rows) => rows.map(({ record }) => record));

const findingsOf = (recordId: string) =>
  read((orm) => orm.select().from(screeningFinding).where(eq(screeningFinding.recordId, recordId)));

const refused = (work: Promise<unknown>, code: RefusalCode, ...parts: string[]) =>
  expect(work).rejects.toSatisfy(
    (error) => error instanceof Refusal && error.code === code && parts.every((part) => error.message.includes(part)),
  );

const only = async <T>(found: Promise<T[]>): Promise<T> => {
  const rows = await found;
  expect(rows).toHaveLength(1);
  return rows[0] as T;
};

describe("which branch the customers belong to", () => {
  test("an archive without a branch imports nothing", async () => {
    const file = await registerOf([rowOf(1)]);
    await refused(imported(file, { branchCode: undefined }), "NOT_FOUND");
  });

  test("the only branch needs no naming; of several, one has to be chosen", async () => {
    ({ code: branchCode, id: branchId } = await givenBranch(database, { code: "HZ" }));
    const file = await registerOf([rowOf(2)]);
    expect(await imported(file, { branchCode: undefined, dryRun: true })).toMatchObject({ customers: 1 });
    await givenBranch(database, { code: "NB" });
    await refused(imported(file, { branchCode: undefined }), "BAD_USER_INPUT", "HZ, NB");
    await refused(imported(file, { branchCode: "XX" }), "NOT_FOUND", "HZ, NB");
  });
});

describe("a row of the register", () => {
  test("becomes a customer and a registration verified by its source", async () => {
    const report = await imported(await registerOf([rowOf(10)]));
    expect(report).toMatchObject({ rows: 1, customers: 1, records: 1, unchanged: 0, rejected: 0, rejectedFiles: [] });
    const name = "虚构企业10有限公司";
    expect(await only(customersNamed(name))).toMatchObject({
      branchId,
      uscc: fictitiousUscc(10),
      kind: "ENTERPRISE",
      importance: "C",
      status: "PROSPECT",
      region: "000000",
    });
    const record = await only(recordsOf(name));
    expect(record).toMatchObject({
      category: "REGISTRATION",
      status: "VERIFIED",
      corroboration: "SINGLE_SOURCE",
      channel: "PUBLIC_SOURCE",
      subChannel: "OFFICIAL_REGISTER",
      validFrom: "1995-01-03",
      legalName: name,
      legalRepresentative: "张某某",
      registeredCapital: "1000000.0000",
      registeredCapitalCurrency: "CNY",
      establishedOn: "1995-01-03",
      companyType: "有限责任公司",
    });
    const states = read((orm) => orm.select().from(recordState).where(eq(recordState.recordId, record.id)));
    expect(await only(states)).toMatchObject({ version: 1, status: "VERIFIED", recordedTo: null });
  });

  test("that states nothing but a name is kept, with what it lacks noted", async () => {
    const bare = rowOf(11, {
      统一社会信用代码: "N/A",
      注册日期: "N/A",
      注册资金: "N/A",
      企业类型: "N/A",
      经营范围: "",
    });
    await imported(await registerOf([bare]));
    const record = await only(recordsOf("虚构企业11有限公司"));
    expect(record).toMatchObject({ validFrom: TODAY, registeredCapital: null, companyType: null, status: "RETURNED" });
  });

  test("with a wrong check character goes in with a warning", async () => {
    const wrong = `${fictitiousUscc(12).slice(0, 17)}${fictitiousUscc(12).endsWith("7") ? "8" : "7"}`;
    await imported(await registerOf([rowOf(12, { 统一社会信用代码: wrong })]));
    expect(await only(customersNamed("虚构企业12有限公司"))).toMatchObject({ uscc: wrong });
    const record = await only(recordsOf("虚构企业12有限公司"));
    expect(record.status).toBe("VERIFIED");
    expect(await findingsOf(record.id)).toContainEqual(
      expect.objectContaining({ rule: "REGISTRATION.uscc.check-character", severity: "WARNING" }),
    );
  });

  test("with a malformed code keeps it in the record as stated, and returns that", async () => {
    await imported(await registerOf([rowOf(13, { 统一社会信用代码: "9100000012345" })]));
    expect(await only(customersNamed("虚构企业13有限公司"))).toMatchObject({ uscc: null, region: null });
    const record = await only(recordsOf("虚构企业13有限公司"));
    expect(record).toMatchObject({ uscc: "9100000012345", status: "RETURNED" });
    expect(await findingsOf(record.id)).toContainEqual(
      expect.objectContaining({ rule: "REGISTRATION.uscc.form", severity: "ERROR" }),
    );
  });

  test("has its code folded to capitals", async () => {
    await imported(await registerOf([rowOf(14, { 统一社会信用代码: fictitiousUscc(14).toLowerCase() })]));
    expect(await only(customersNamed("虚构企业14有限公司"))).toMatchObject({ uscc: fictitiousUscc(14) });
  });

  test.each([
    ["38(万)", "380000.0000", "REGISTRATION.registeredCapital.currency"],
    ["(万人民币 )", null, "REGISTRATION.registeredCapital.amount"],
    ["若干", null, "REGISTRATION.registeredCapital.unreadable"],
  ])("with the capital %s is kept, and the doubt noted without quoting it", async (capital, amount, rule) => {
    const number = 20 + capital.length;
    await imported(await registerOf([rowOf(number, { 注册资金: capital })]));
    const record = await only(recordsOf(`虚构企业${number}有限公司`));
    expect(record).toMatchObject({ registeredCapital: amount, registeredCapitalCurrency: null });
    const found = (await findingsOf(record.id)).find((each) => each.rule === rule);
    expect(found).toMatchObject({ severity: "WARNING" });
    expect(found?.message).not.toContain(capital);
  });

  test("counts as collected by the importer, as whom nobody can sign in", async () => {
    const importer = await only(read((orm) => orm.select().from(account).where(eq(account.username, "importer"))));
    expect(importer.disabledAt).not.toBeNull();
    expect((await only(recordsOf("虚构企业10有限公司"))).collectedBy).toBe(importer.id);
  });

  test("counts as collected by the account that is named, if that may collect", async () => {
    const roles = [...AUTHORITY.collectRegistration];
    const collector = await givenAccount(database, { roles, branchId });
    await imported(await registerOf([rowOf(15)]), { username: collector.username });
    expect((await only(recordsOf("虚构企业15有限公司"))).collectedBy).toBe(collector.accountId);
    const auditor = await givenAccount(database, { roles: ["AUDITOR"] });
    const file = await registerOf([rowOf(16)]);
    await refused(imported(file, { username: auditor.username }), "FORBIDDEN");
    await refused(imported(file, { username: "nobody-at-all" }), "NOT_FOUND");
  });
});

describe("importing again", () => {
  test("changes nothing", async () => {
    const rows = Array.from({ length: 1203 }, (_, i) => rowOf(1000 + i));
    const file = await registerOf(rows, "\r\n");
    expect(await imported(file)).toMatchObject({ rows: 1203, customers: 1203, records: 1203 });
    expect(await imported(file)).toMatchObject({ rows: 1203, customers: 0, records: 0, unchanged: 1203, findings: {} });
  });

  test("a row that stands twice in a file counts once", async () => {
    const file = await registerOf([rowOf(30), rowOf(30)]);
    expect(await imported(file)).toMatchObject({ rows: 2, customers: 1, records: 1, unchanged: 1 });
  });

  test("a changed row of a known customer corrects the draft it left, and nothing is overwritten", async () => {
    await imported(await registerOf([rowOf(31)]));
    const report = await imported(await registerOf([rowOf(31, { 法人代表: "李某" })]));
    expect(report).toMatchObject({ customers: 0, records: 1, superseded: 1 });
    const records = await recordsOf("虚构企业31有限公司");
    expect(records.map(({ legalRepresentative, status }) => [legalRepresentative, status])).toEqual([
      ["张某某", "RETURNED"],
      ["李某", "VERIFIED"],
    ]);
    expect(records[1]?.correctsId).toBe(records[0]?.id);
  });

  test("an enterprise is known by its code under a new name, and by its name without a code", async () => {
    await imported(await registerOf([rowOf(32)]));
    const renamed = rowOf(32, { 企业名称: "改名的企业32有限公司" });
    const codeless = rowOf(32, { 统一社会信用代码: "N/A" });
    expect(await imported(await registerOf([renamed, codeless]))).toMatchObject({ customers: 0, records: 2 });
  });

  test("two right and different codes are two enterprises, even of one name", async () => {
    const namesake = rowOf(34, { 企业名称: "虚构企业33有限公司" });
    expect(await imported(await registerOf([rowOf(33), namesake]))).toMatchObject({ customers: 2, records: 2 });
  });

  test("the same enterprise in another branch is another customer, and neither tells of the other", async () => {
    const file = await registerOf([rowOf(35)]);
    expect(await imported(file)).toMatchObject({ customers: 1 });
    expect(await imported(file, { branchCode: "NB" })).toMatchObject({ customers: 1, records: 1 });
    const codes = (await customersNamed("虚构企业35有限公司")).map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
  });

  test("two imports at the same moment make one customer of one enterprise", async () => {
    const file = await registerOf([rowOf(36)]);
    await Promise.all([imported(file), imported(file), imported(file)]);
    await only(customersNamed("虚构企业36有限公司"));
    await only(recordsOf("虚构企业36有限公司"));
  });
});

describe("a row that cannot be read", () => {
  test("goes to the rejected ones with line and reason, and everything else goes in", async () => {
    const file = await registerOf([
      rowOf(40),
      "虚构企业,只有,三列",
      rowOf(41, { 企业名称: " " }),
      rowOf(42, { 注册日期: "Paul", 法人代表: "1995-01-03" }),
      rowOf(43, { 企业类型: "Paul", 注册资金: "Jean", 所在省份: '"1,200(万美元)"' }),
      rowOf(44, { 经营范围: "a\0b" }),
      rowOf(45, { 经营范围: 'a"b' }),
      rowOf(46, { 企业名称: "长".repeat(300) }),
      rowOf(47),
    ]);
    expect(await imported(file)).toMatchObject({ rows: 9, customers: 2, records: 2, rejected: 7 });
    expect((await rejectedOf(file)).map((line) => line.split(",").slice(0, 2).join(": "))).toEqual([
      "3: it has 3 columns instead of 10",
      "4: the name is missing",
      "5: the columns are shifted: the registration date stands in another column",
      "6: the columns are shifted: the capital stands in another column",
      "7: it contains a NUL byte",
      "8: the quotes are malformed",
      expect.stringContaining("9: "),
    ]);
  });

  test("is written so that no spreadsheet runs it", async () => {
    const file = await registerOf(["=cmd|' /C calc'!A0,x"]);
    await imported(file);
    expect((await rejectedOf(file))[0]).toContain(`"'=cmd`);
  });

  test("leaves no file behind once it was put right", async () => {
    const file = await registerOf(["x"]);
    expect((await imported(file)).rejectedFiles).toEqual([`${file}.rejected.csv`]);
    await writeFile(file, (await readFile(file, "utf8")).replace("\nx\n", `\n${rowOf(48)}\n`));
    expect((await imported(file)).rejectedFiles).toEqual([]);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
  });
});

describe("a file that is no register", () => {
  test.each([
    ["bytes that are no text", Buffer.from([0xff, 0xff, 0x80, 0x81]), "encoding"],
    ["empty", "", "header"],
    ["another table", "name,code\nx,y\n", "write a map (--map)"],
  ])("(%s) is refused by name, and nothing is written", async (_, content, reason) => {
    const [good, bad] = [await registerOf([rowOf(50)]), await fileOf(content)];
    await refused(imported(good, { files: [good, bad] }), "BAD_USER_INPUT", bad, reason);
    expect(await customersNamed("虚构企业50有限公司")).toEqual([]);
  });

  test("bytes that are no UTF-8 at its very end are noticed before its beginning is written", async () => {
    const whole = await readFile(await registerOf([rowOf(51)]));
    const broken = await fileOf(Buffer.concat([whole, Buffer.from([0xe4, 0xbc])]));
    await refused(imported(broken), "BAD_USER_INPUT");
    expect(await customersNamed("虚构企业51有限公司")).toEqual([]);
  });

  test("a file that is not there is refused by name", async () => {
    await refused(imported("/nowhere/register.csv"), "BAD_USER_INPUT", "/nowhere/register.csv: there is no such file.");
  });

  test("a byte order mark is none of its content", async () => {
    const text = await readFile(await registerOf([rowOf(52)]), "utf8");
    expect(await imported(await fileOf(`\uFEFF${text}`))).toMatchObject({ customers: 1, rejected: 0 });
  });
});

describe("a rehearsal", () => {
  test("tells what would happen, over all batches, and writes nothing", async () => {
    const rows = Array.from({ length: 600 }, (_, i) => rowOf(3000 + i));
    const file = await registerOf([...rows, rowOf(3000), "x"]);
    const wanted = { rows: 602, customers: 600, records: 600, unchanged: 1, rejected: 1, rejectedFiles: [] };
    expect(await imported(file, { dryRun: true })).toMatchObject(wanted);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
    expect(await customersNamed("虚构企业3000有限公司")).toEqual([]);
  });
});
