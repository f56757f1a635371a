import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { rotateKeys } from "../../src/commands/rotate-keys.js";
import { verifyArchive } from "../../src/commands/verify-archive.js";
import { insertChunk } from "../../src/db/queries/import-job.js";
import { newId } from "../../src/db/tables/columns.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { dumpOf, standsIn } from "../support/clear-text.js";
import { testVault } from "../support/vault.js";

const heard: string[] = [];
const vault = testVault(["k1"], (place, fault) => void heard.push(`${place} ${fault}`));

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive({ vault });
  customerId = (await archive.ask("collector", '{ customer(code: "SH-0001") { id } }')).data.customer.id;
});
afterAll(() => archive.close());

const rows = <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  archive.database.withViewer(SYSTEM, "WRITE", (session) => session.rows<T>(text, values));

/** Values nothing else holds, of the forms they have. */
const CANARY = {
  contact: "11010519491231002X",
  other: "110105194912310011",
  imported: "310101199003077713",
  rejected: "310101198802286612",
  account: "6222021001112223334",
} as const;

const COLLECT_CONTACT = `mutation ($input: CollectContactInput!) {
  collectContact(input: $input) { record { id idNumber } } }`;
const COLLECT_STATEMENT = `mutation ($input: CollectFinancialStatementInput!) {
  collectFinancialStatement(input: $input) { record { id bankAccount } } }`;

const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
const contact = (idNumber: string) => ({
  input: { customerId, source, personName: "甄嘉密", mobile: "13812345678", idNumber },
});

const collected = async (answer: Answer): Promise<{ id: string; said: string }> => {
  expect(answer.errors).toBeUndefined();
  const { record } = Object.values(answer.data)[0] as { record: Record<string, string> };
  const [said] = [record.idNumber, record.bankAccount].filter((each) => each !== undefined);
  return { id: record.id ?? "", said: said ?? "" };
};

const keyOf = (id: string): string => Buffer.from(id, "base64url").toString().slice(3);

const MAP = JSON.stringify({
  kind: "contacts",
  customer: { by: "code", column: "编号" },
  fields: { personName: "姓名", mobile: "手机", idNumber: "身份证" },
  source: { channel: { constant: "DIRECT_CONTACT" }, legalBasis: { constant: "CONTRACT" } },
});

const upload = async (lines: readonly string[]): Promise<string> => {
  const headers = { "content-type": "text/csv", ...(await archive.bearer("collector")) };
  const search = new URLSearchParams({ kind: "contacts", map: MAP });
  const body = ["编号,姓名,手机,身份证", ...lines, ""].join("\n");
  const response = await fetch(`${archive.url}/imports?${search}`, { method: "POST", headers, body });
  expect(response.status).toBe(202);
  await archive.settled();
  return ((await response.json()) as { id: string }).id;
};

let contactId: string;
let jobId: string;

describe("values of grade IDENTITY, collected, contradicted, imported, rejected and sealed", () => {
  beforeAll(async () => {
    const key = { "idempotency-key": "canary" };
    const first = await collected(await archive.ask("collector", COLLECT_CONTACT, contact(CANARY.contact), key));
    expect(first.said).toBe(CANARY.contact);
    contactId = first.id;
    await collected(await archive.ask("collector", COLLECT_CONTACT, contact(CANARY.other)));
    const period = { periodStart: "2017-01-01", periodEnd: "2017-12-31", currency: "CNY" };
    const said = { customerId, source, ...period, bankAccount: CANARY.account };
    await collected(await archive.ask("collector", COLLECT_STATEMENT, { input: said }));
    jobId = await upload([
      `SH-0001,卞导入,13900001111,${CANARY.imported}`,
      `NO-SUCH,卞拒绝,13900002222,${CANARY.rejected}`,
    ]);
    // As an upload leaves it while its import waits.
    const job = await rows<{ id: string }>("update import_job set status = 'DONE' where id = $1 returning id", [jobId]);
    expect(job).toHaveLength(1);
    await archive.database.withViewer(SYSTEM, "WRITE", (session) =>
      insertChunk(session, { vault, jobId, position: 0 }, Buffer.from(`x,${CANARY.rejected}\n`)),
    );
  });

  test("stand nowhere in the database in clear", async () => {
    const dump = await dumpOf(archive.database);
    expect(standsIn(dump, Object.values(CANARY))).toEqual([]);
    // What is looked for there is found there: the same person's mobile is of another grade.
    expect(standsIn(dump, ["13812345678"])).toContain("public.information_record");
    expect([...dump.keys()]).toEqual(expect.arrayContaining(["public.import_rejected", "public.import_chunk.bytes"]));
  });

  test("nor do those of the demo data", async () => {
    const stored = await rows<{ id: string; n: string | null; b: string | null }>(
      "select id, id_number as n, bank_account as b from information_record where num_nonnulls(id_number, bank_account) > 0",
    );
    const values = stored.map(({ id, n, b }) =>
      n
        ? vault.decrypt("information_record.id_number", id, n)
        : vault.decrypt("information_record.bank_account", id, b ?? ""),
    );
    expect(values.length).toBeGreaterThan(500);
    const all = new Set(values);
    for (const [table, text] of await dumpOf(archive.database)) {
      const found = (text.match(/[\dX]{17,20}/g) ?? []).filter((each) => all.has(each));
      expect([table, found]).toEqual([table, []]);
    }
  });

  test("are found by their fingerprint to contradict each other", async () => {
    const [found] = await rows<{ fields: string[] }>(
      "select fields from conflict where first_id = $1 or second_id = $1",
      [keyOf(contactId)],
    );
    expect(found?.fields).toEqual(["idNumber"]);
  });

  test("are recognised when the same row comes again", async () => {
    const again = await upload([`SH-0001,卞导入,13900001111,${CANARY.imported}`]);
    const { data } = await archive.ask("collector", "query ($id: ID!) { importJob(id: $id) { unchanged rows } }", {
      id: again,
    });
    expect(data.importJob).toEqual({ unchanged: 1, rows: 1 });
  });

  test("come back in the rejected rows, to whoever sent them", async () => {
    const response = await fetch(`${archive.url}/imports/${jobId}/rejected.csv`, {
      headers: await archive.bearer("collector"),
    });
    expect(await response.text()).toContain(CANARY.rejected);
  });

  test("are sealed over what they say, salt and all: with the database alone nobody tries out what a hash was made of", async () => {
    const salts = await rows<{ salt: string }>(
      `select seal_salt as salt from information_record where seal_salt is not null and num_nonnulls(id_number, bank_account) > 0`,
    );
    expect(salts.length).toBeGreaterThan(100);
    expect(salts.filter(({ salt }) => !salt.startsWith("v1.k1."))).toEqual([]);
    const found = await verifyArchive({ database: archive.database, onDamaged: () => {} });
    expect(found).toMatchObject({ damaged: 0 });
  });
});

const READ = "query ($id: ID!) { informationRecord(id: $id) { ... on ContactRecord { idNumber personName } } }";
const read = async (username: string, id = contactId) =>
  (await archive.ask(username, READ, { id })).data.informationRecord?.idNumber;

describe("a value", () => {
  test("is in clear for whom the policy gives it, masked from its twin for others, and nothing for the rest", async () => {
    expect(await read("compliance")).toBe(CANARY.contact);
    expect(await read("collector")).toBe(CANARY.contact);
    expect(await read("archivist")).toBe("****002X");
    expect(await read("clerk")).toBeNull();
    expect(heard).toEqual([]);
  });

  test("is not even read encrypted for whom it is masked or denied", async () => {
    archive.sent();
    await read("archivist");
    await read("clerk");
    expect(archive.sent().filter((text) => /"id_number"/.test(text))).toEqual([]);
  });

  test("is asked for by nobody in the form it is stored in", async () => {
    const answer = await archive.ask("compliance", READ, { id: contactId });
    expect(answer.text).not.toMatch(/v1\.|h1\./);
  });
});

const FIND =
  "query ($filter: InformationRecordFilter!) { informationRecords(filter: $filter) { totalCount nodes { id } } }";
const find = async (username: string, filter: object) => {
  const { data, errors } = await archive.ask(username, FIND, { filter });
  return errors?.[0]?.extensions ?? data.informationRecords.nodes.map(({ id }: { id: string }) => id);
};

const STATEMENTS = `query ($filter: FinancialStatementFilter) {
  financialStatements(first: 1, filter: $filter) { nodes { id bankAccount } } }`;

describe("a value looked for", () => {
  test("is found by its fingerprint, in any writing, by whom the policy gives it, and nothing of it is sent to the database", async () => {
    archive.sent();
    for (const eq of [
      CANARY.contact,
      "１１０１０５-19491231-002x",
      ` ${CANARY.contact.slice(0, 6)} ${CANARY.contact.slice(6)}`,
    ])
      for (const username of ["compliance", "reviewer"])
        expect(await find(username, { idNumber: { eq } })).toEqual([contactId]);
    expect(await find("compliance", { idNumber: { in: [CANARY.contact, CANARY.other] } })).toHaveLength(2);
    expect(await find("compliance", { bankAccount: { eq: CANARY.account } })).toHaveLength(1);
    expect(await find("compliance", { idNumber: { eq: CANARY.account } })).toEqual([]);
    expect(await find("compliance", { idNumber: { eq: CANARY.contact.slice(0, 17) } })).toEqual([]);
    const [inForce] = (await archive.ask("reviewer", STATEMENTS)).data.financialStatements.nodes;
    const filter = { bankAccount: { eq: inForce.bankAccount } };
    const { data } = await archive.ask("reviewer", STATEMENTS, { filter });
    expect(data.financialStatements.nodes).toEqual([inForce]);
    expect(archive.sent().join("\n")).not.toMatch(/"id_number"|110105|622202/);
  });

  test("is looked for by nobody who is not shown it in full, bound to their work or masked", async () => {
    const refused = { code: "FORBIDDEN", coordinate: "InformationRecordFilter.idNumber", use: "filter" };
    for (const username of ["clerk", "collector", "verifier", "analyst", "archivist", "auditor"])
      expect(await find(username, { not: { idNumber: { eq: CANARY.contact } } })).toMatchObject(refused);
  });

  test("is not found in a restricted record: whether it is there or not, the answer is the same", async () => {
    await rows("update information_record set status = 'RESTRICTED', restricted_from = status where id = $1", [
      keyOf(contactId),
    ]);
    for (const eq of [CANARY.contact, "110101199001011234"])
      for (const filter of [{ idNumber: { eq } }, { id: { eq: contactId }, not: { not: { idNumber: { in: [eq] } } } }])
        expect(await find("compliance", filter)).toEqual([]);
    for (const eq of [CANARY.contact, "110101199001011234"])
      expect(await find("compliance", { id: { eq: contactId }, not: { idNumber: { eq } } })).toEqual([contactId]);
    await rows("update information_record set status = restricted_from, restricted_from = null where id = $1", [
      keyOf(contactId),
    ]);
  });

  test("is come to by an index of the fingerprints", async () => {
    const plan = await archive.database.withViewer(SYSTEM, "WRITE", async (session) => {
      await session.rows("set local enable_seqscan = off", []);
      const found = await session.rows<Record<string, string>>(
        "explain select id from information_record where id_number_lookup is not null and id_number_lookup = any($1::text[])",
        [[vault.lookup("information_record.id_number", "x")]],
      );
      return found.map((line) => Object.values(line)[0]).join("\n");
    });
    expect(plan).toContain("record_id_number_lookup");
  });
});

describe("a ciphertext put into another row", () => {
  test("is null to whoever reads it, and told to whoever runs the archive: where, and no value", async () => {
    const otherId = newId();
    const [{ columns = "" } = {}] = await rows<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_name = 'information_record' and is_generated = 'NEVER' and column_name not in ('id', 'import_key')`,
    );
    await rows(
      `insert into information_record (id, ${columns}) select $1, ${columns} from information_record where id = $2`,
      [otherId, keyOf(contactId)],
    );
    heard.length = 0;
    const answer = await archive.ask("compliance", READ, { id: Buffer.from(`ir:${otherId}`).toString("base64url") });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.informationRecord).toEqual({ idNumber: null, personName: "甄嘉密" });
    expect(heard).toEqual([`information_record.id_number.${otherId} NOT_AUTHENTIC`]);
    await rows("delete from information_record where id = $1", [otherId]);
  });
});

describe("once everything is under a new key", () => {
  test("the answers are the same, the seals hold, and nothing needs the old key", async () => {
    const rotating = { ...archive.database, vault: testVault(["k2", "k1"]) };
    const { inUse, unreadable } = await rotateKeys({ database: rotating });
    expect({ keys: [...inUse.keys()], unreadable }).toEqual({ keys: ["k2"], unreadable: 0 });
    const later = { ...archive.database, vault: testVault(["k2"]) };
    expect(await verifyArchive({ database: later, onDamaged: () => {} })).toMatchObject({ damaged: 0 });
    heard.length = 0;
    expect(await read("compliance")).toBeNull();
    expect(heard).toEqual([`information_record.id_number.${keyOf(contactId)} UNKNOWN_KEY`]);
    expect(await read("archivist")).toBe("****002X");
  });
});
