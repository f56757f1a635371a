import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { collectContact } from "../../src/commands/collect-contact.js";
import type { Outcome } from "../../src/commands/import/importer.js";
import { importFiles } from "../../src/commands/import-files.js";
import type { Database } from "../../src/db/database.js";
import { conflict } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { commandContext, givenAccount, givenConsent, givenCustomer, givenRecord } from "../support/factory.js";
import { SEEDED_AT } from "../support/seed.js";
import { fileOf } from "./register-files.js";

const folder = mkdtemp(join(tmpdir(), "examples-"));
const examples = join(import.meta.dirname, "../../examples/import");

let database: Database;
let branchId: string;

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  database.withViewer(SYSTEM, "READ", (session) => session.rows<T>(text, values));

beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
  const [branch] = await rows<{ id: string }>("select id from branch where code = 'SH'");
  branchId = branch?.id ?? "";
});
afterAll(() => database.close());

const imported = async (file: string, map: string, request: { dryRun?: boolean; username?: string } = {}) => {
  const outcomes: Outcome[] = [];
  const onRow = (_: string, outcome: Outcome) => void outcomes.push(outcome);
  const context = { database, now: SEEDED_AT, timeZone: "Asia/Shanghai", fourEyes: "strict", onRow } as const;
  const report = await importFiles(context, { files: [file], map, branchCode: "SH", ...request });
  return { ...report, outcomes: outcomes.sort((a, b) => a.line - b.line) };
};

/** Beside a file that is imported its rejected rows are written: not among the examples. */
const example = async (file: string, map: string, dryRun = false) => {
  const copy = join(await folder, file);
  await copyFile(join(examples, file), copy);
  return imported(copy, join(examples, map), { dryRun });
};

const mapOf = (map: unknown): Promise<string> => fileOf(JSON.stringify(map));

const recordsOf = (code: string, category: string) =>
  rows<Record<string, unknown>>(
    `select r.* from information_record r join customer c on c.id = r.customer_id
     where c.code = $1 and r.category = $2::category_code and r.import_key is not null order by r.id`,
    [code, category],
  );

const CONTACTS = {
  kind: "contacts",
  customer: { by: "code", column: "编号" },
  fields: { personName: "姓名", mobile: "手机" },
  source: { channel: { constant: "DIRECT_CONTACT" }, legalBasis: { constant: "CONTRACT" } },
} as const;

describe("the examples that are documented", () => {
  test("contacts go to customers by their code, and who is no customer is named", async () => {
    const { outcomes, ...report } = await example("contacts.csv", "contacts.map.json", true);
    expect(report).toMatchObject({ rows: 4, records: 3, rejected: 1, customers: 0 });
    expect(outcomes[3]).toEqual({ line: 5, outcome: "REJECTED", reason: "this branch has no customer of this code" });
  });

  test("statements in 万元 with semicolons are kept in yuan, to the cent", async () => {
    const report = await example("statements.csv", "statements.map.json");
    expect(report).toMatchObject({ rows: 3, records: 2, rejected: 1 });
    expect(report.outcomes[2]).toMatchObject({ line: 4, outcome: "REJECTED" });
    const [statement] = await recordsOf("SH-0001", "FINANCIAL");
    expect(statement).toMatchObject({
      period_start: "2024-01-01",
      period_end: "2024-12-31",
      total_assets: "12345600.0000",
      revenue: "20505000.0000",
      net_profit: "-123000.0000",
      audited: true,
      currency: "CNY",
      valid_from: "2024-12-31",
      reference: "statements.csv, line 2",
      status: "IN_VERIFICATION",
    });
    const { length } = await rows("select 1 from verification_task_record where record_id = $1", [statement?.id]);
    expect(length).toBe(2);
  });

  test("transactions with tabs of one customer and month share their tasks", async () => {
    expect(await example("transactions.tsv", "transactions.map.json")).toMatchObject({ rows: 3, records: 3 });
    const [first, second] = await recordsOf("SH-0003", "TRANSACTION");
    expect(first).toMatchObject({
      contract_number: "HT-2026-001",
      occurred_on: "2026-01-05",
      settled_on: "2026-02-01",
    });
    const tasksOf = (record: Record<string, unknown> | undefined) =>
      rows("select task_id from verification_task_record where record_id = $1 order by task_id", [record?.id]);
    expect(await tasksOf(first)).toHaveLength(2);
    expect(await tasksOf(second)).toEqual(await tasksOf(first));
  });

  test("a register of other columns is read through a map", async () => {
    expect(await example("register.csv", "register.map.json")).toMatchObject({ customers: 2, records: 2, rejected: 0 });
    const [record] = await rows("select * from information_record where legal_name = '虚构乙商贸有限公司'");
    expect(record).toMatchObject({ registered_capital: "20000000.0000", established_on: "2001-03-05" });
  });

  test("imported again change nothing", async () => {
    expect(await example("statements.csv", "statements.map.json")).toMatchObject({ records: 0, unchanged: 2 });
    expect(await example("transactions.tsv", "transactions.map.json")).toMatchObject({ records: 0, unchanged: 3 });
    expect(await example("register.csv", "register.map.json")).toMatchObject({
      customers: 0,
      records: 0,
      unchanged: 2,
    });
  });
});

describe("an imported record", () => {
  const SAME = `status, corroboration, channel, sub_channel, party, legal_basis, valid_from, person_name, mobile, series,
    collected_by, collected_at, recorded_at, return_reason, version, compared_at, person_name_masked, mobile_masked`;

  test("is what collecting it by hand would have made, with its tasks and what screening found", async () => {
    const { id: customerId } = await givenCustomer(database, { branchId, code: "T-SAME", kind: "SOLE_TRADER" });
    const collector = await givenAccount(database, { roles: ["COLLECTOR"], branchId });
    const file = await fileOf("编号,姓名,手机\nT-SAME,甲某,19900000001\n");
    await imported(file, await mapOf(CONTACTS), { username: collector.username });
    const { recordId } = await collectContact(commandContext(database, collector, SEEDED_AT), {
      customerId,
      source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" },
      personName: "甲某",
      mobile: "19900000001",
    });
    const [byFile] = await rows<{ id: string }>(
      "select id from information_record where customer_id = $1 and import_key is not null",
      [customerId],
    );
    const facts = async (id: string | undefined) => ({
      record: await rows(`select ${SAME} from information_record where id = $1`, [id]),
      states: await rows("select version, status, actor_id, reason from record_state where record_id = $1", [id]),
      findings: await rows(
        "select rule, severity, field, message, clause from screening_finding where record_id = $1 order by rule",
        [id],
      ),
      tasks: await rows(
        `select t.method, t.cause, t.priority, t.status, t.due_at, t.created_at, s.status as state, s.actor_id
         from verification_task_record tr join verification_task t on t.id = tr.task_id
         join verification_task_state s on s.task_id = t.id where tr.record_id = $1`,
        [id],
      ),
    });
    expect(await facts(byFile?.id)).toEqual(await facts(recordId));
  });

  test("holds personal data on a ground only: a legal basis, or a consent of that person", async () => {
    const customer = await givenCustomer(database, { branchId, code: "T-GROUND" });
    const { accountId: recordedBy } = await givenAccount(database, { roles: ["CLERK"], branchId });
    const consent = await givenConsent(database, {
      customerId: customer.id,
      recordedBy,
      personName: "乙某",
      categories: ["CONTACT"],
      givenOn: "2020-01-01",
    });
    const map = await mapOf({
      ...CONTACTS,
      source: { channel: { constant: "DIRECT_CONTACT" }, consentId: "同意书" },
    });
    const file = await fileOf(
      `编号,姓名,手机,同意书\nT-GROUND,乙某,19900000001,${consent.id}\nT-GROUND,丙某,19900000002,${consent.id}\nT-GROUND,丁某,19900000003,\n`,
    );
    const { outcomes } = await imported(file, map);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["NEW", "REJECTED", "REJECTED"]);
    expect(JSON.stringify(outcomes)).toContain("SP4");
  });

  test("is about a customer of its own branch, and of no other", async () => {
    const file = await fileOf("编号,姓名,手机\nBJ-0001,甲某,19900000001\n");
    const { outcomes } = await imported(file, await mapOf(CONTACTS));
    expect(outcomes).toEqual([{ line: 2, outcome: "REJECTED", reason: "this branch has no customer of this code" }]);
  });

  test("is about one customer: a name that several have is no key", async () => {
    await givenCustomer(database, { branchId, name: "同名有限公司" });
    await givenCustomer(database, { branchId, name: "同名有限公司" });
    const map = await mapOf({ ...CONTACTS, customer: { by: "name", column: "编号" } });
    const { outcomes } = await imported(await fileOf("编号,姓名,手机\n同名有限公司,甲某,19900000001\n"), map);
    expect(outcomes).toMatchObject([{ outcome: "REJECTED", reason: "this branch has several customers of this name" }]);
  });
});

describe("a changed row", () => {
  test("corrects the draft it left, which goes back, and its tasks with it", async () => {
    await givenCustomer(database, { branchId, code: "T-CHANGED" });
    const map = await mapOf(CONTACTS);
    await imported(await fileOf("编号,姓名,手机\nT-CHANGED,甲某,19900000001\n"), map);
    const changed = await fileOf("编号,姓名,手机\nT-CHANGED,甲某,19900000002\n");
    expect(await imported(changed, map)).toMatchObject({ records: 1, superseded: 1 });
    const [before, after] = await recordsOf("T-CHANGED", "CONTACT");
    expect(before).toMatchObject({ status: "RETURNED", mobile: "19900000001", version: 2 });
    expect(before?.return_reason).not.toContain("199");
    expect(after).toMatchObject({ status: "IN_VERIFICATION", mobile: "19900000002", corrects_id: before?.id });
    const statusOf = async (record: Record<string, unknown> | undefined) =>
      rows(
        "select t.status from verification_task t join verification_task_record r on r.task_id = t.id where r.record_id = $1",
        [record?.id],
      );
    expect(await statusOf(before)).toEqual([{ status: "CANCELLED" }]);
    expect(await statusOf(after)).toEqual([{ status: "OPEN" }]);
    expect(await imported(changed, map)).toMatchObject({ records: 0, unchanged: 1 });
  });

  test("twice in one file: the later one stands, and the file again changes nothing", async () => {
    await givenCustomer(database, { branchId, code: "T-TWICE" });
    const map = await mapOf(CONTACTS);
    const file = await fileOf(
      "编号,姓名,手机\nT-TWICE,甲某,19900000001\nT-TWICE,甲某,19900000002\nT-TWICE,甲某,19900000003\n",
    );
    expect(await imported(file, map)).toMatchObject({ rows: 3, records: 3, superseded: 2 });
    const found = await recordsOf("T-TWICE", "CONTACT");
    expect(found.map(({ mobile, status }) => [mobile, status])).toEqual([
      ["19900000001", "RETURNED"],
      ["19900000002", "RETURNED"],
      ["19900000003", "IN_VERIFICATION"],
    ]);
    expect(await imported(file, map)).toMatchObject({ records: 0, unchanged: 3 });
  });

  test("from another source corrects nothing: the two are held against each other", async () => {
    await givenCustomer(database, { branchId, code: "T-OTHER" });
    const elsewhere = { ...CONTACTS, source: { ...CONTACTS.source, party: { constant: "另一来源" } } };
    await imported(await fileOf("编号,姓名,手机\nT-OTHER,甲某,19900000001\n"), await mapOf(CONTACTS));
    const report = await imported(await fileOf("编号,姓名,手机\nT-OTHER,甲某,19900000002\n"), await mapOf(elsewhere));
    expect(report).toMatchObject({ records: 1, superseded: 0 });
  });

  test("sends no draft back that is contradicted: a reviewer decides between the two first", async () => {
    await givenCustomer(database, { branchId, code: "T-DISPUTED" });
    const map = await mapOf(CONTACTS);
    await imported(await fileOf("编号,姓名,手机\nT-DISPUTED,甲某,19900000001\n"), map);
    const [draft] = await recordsOf("T-DISPUTED", "CONTACT");
    const { customer_id: customerId, collected_by: collectedBy } = draft as {
      customer_id: string;
      collected_by: string;
    };
    const own = await givenRecord(database, "CONTACT", { customerId, collectedBy });
    const pair = {
      firstId: String(draft?.id),
      secondId: own.id,
      fields: ["mobile"],
      openedAt: SEEDED_AT.toISOString(),
    };
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(conflict).values({ id: randomUUID(), customerId, category: "CONTACT", ...pair }),
    );
    const changed = await fileOf("编号,姓名,手机\nT-DISPUTED,甲某,19900000002\n");
    expect(await imported(changed, map)).toMatchObject({ records: 1, superseded: 0 });
    expect((await recordsOf("T-DISPUTED", "CONTACT"))[0]).toMatchObject({ status: "IN_VERIFICATION", version: 1 });
  });

  test("does not correct a colleague's contact, which may hold more than its corrector may read", async () => {
    await givenCustomer(database, { branchId, code: "T-COLLEAGUE" });
    const [one, other] = [
      await givenAccount(database, { roles: ["COLLECTOR"], branchId }),
      await givenAccount(database, { roles: ["COLLECTOR"], branchId }),
    ];
    const map = await mapOf(CONTACTS);
    const by = { one: { username: one.username }, other: { username: other.username } };
    await imported(await fileOf("编号,姓名,手机\nT-COLLEAGUE,甲某,19900000001\n"), map, by.one);
    const changed = await fileOf("编号,姓名,手机\nT-COLLEAGUE,甲某,19900000002\n");
    expect(await imported(changed, map, by.other)).toMatchObject({ records: 1, superseded: 0 });
  });
});

describe("a map", () => {
  test.each([
    ["an unknown kind", { ...CONTACTS, kind: "people" }, "register, contacts, statements, transactions"],
    [
      "a field that is none",
      { ...CONTACTS, fields: { fax: "传真" } },
      "fields.fax: is no field; there are: personName",
    ],
    [
      "a unit nobody knows",
      { ...CONTACTS, fields: { personName: { column: "姓名", unit: "斤" } } },
      "fields.personName",
    ],
    ["no channel", { ...CONTACTS, source: {} }, "source: names its channel (SP6)"],
    [
      "a column that is not there",
      { ...CONTACTS, fields: { personName: "名字" } },
      "there is no column 名字; there are: 编号, 姓名, 手机",
    ],
    ["no customer", { kind: "contacts", fields: {}, source: CONTACTS.source }, "customer"],
  ])("with %s is refused, and says where", async (_, map, reason) => {
    const file = await fileOf("编号,姓名,手机\nSH-0001,甲某,19900000001\n");
    await expect(imported(file, await mapOf(map))).rejects.toThrow(reason);
  });

  test("that is no JSON is refused by name", async () => {
    const map = await fileOf("{");
    await expect(imported(join(examples, "contacts.csv"), map)).rejects.toThrow(`${map}: it is not well-formed JSON.`);
  });
});
