import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../src/domain/enumeration.js";
import { Purpose } from "../../src/domain/source.js";
import { type Archive, openArchive } from "../support/archive.js";

const CONTACTS = "{ customers(first: 1) { nodes { contacts { mobile } } } }";
const NAMES = "{ customers(first: 1) { nodes { name contacts { status } } } }";

let archive: Archive;
const open = async (purpose: string) => {
  archive = await openArchive({ env: { PURPOSE: purpose } });
};
const codeOf = async (query: string, headers: Record<string, string> = {}, as: string | null = "clerk") =>
  (await archive.ask(as, query, {}, headers)).errors?.[0]?.extensions.code ?? "answered";

describe("The purpose of a request", () => {
  beforeAll(() => open("optional"));
  afterAll(() => archive.close());

  it.each(namesOf(Purpose))("may be %s", async (purpose) =>
    expect(await codeOf(CONTACTS, { "x-purpose": purpose })).toBe("answered"),
  );

  it.each(["CURIOSITY", "audit", "AUDIT, LEGAL_DUTY", "toString", "__proto__"])(
    "is of a closed list, and %j is not in it",
    async (purpose) => {
      const { errors, text } = await archive.ask("clerk", CONTACTS, {}, { "x-purpose": purpose });
      expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
      expect(errors?.[0]?.extensions.help).toContain("CREDIT_ASSESSMENT");
      if (purpose !== "AUDIT, LEGAL_DUTY") expect(text).not.toContain(purpose);
    },
  );

  it("need not be told where the archive does not ask for it", async () =>
    expect(await codeOf(CONTACTS)).toBe("answered"));

  it("opens nothing: what a role sees stays what it is", async () => {
    const [plain, named] = await Promise.all([
      archive.ask("clerk", CONTACTS),
      archive.ask("clerk", CONTACTS, {}, { "x-purpose": "LEGAL_DUTY" }),
    ]);
    expect(named.text).toBe(plain.text);
  });

  it("is one the consent was given for, where personal data are collected on a consent (SP4)", async () => {
    const customerId = (await archive.ask("clerk", "{ customers(first: 1) { nodes { id } } }")).data.customers.nodes[0]
      .id;
    const consent = { customerId, personName: "王试用", categories: ["CONTACT"], purposes: ["AFTER_SALE_SERVICE"] };
    const give = "mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { consent { id } } }";
    const given = await archive.ask("clerk", give, { input: { ...consent, givenOn: "2026-01-01" } });
    const source = { channel: "DIRECT_CONTACT", consentId: given.data.giveConsent.consent.id };
    const input = { customerId, source, personName: "王试用", mobile: "13900001111" };
    const collect = "mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { status } } }";
    const collected = (purpose: string) => archive.ask("clerk", collect, { input }, { "x-purpose": purpose });
    expect((await collected("DEBT_COLLECTION")).errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      field: "source.consentId",
    });
    expect((await collected("AFTER_SALE_SERVICE")).errors).toBeUndefined();
  });
});

describe("Where a purpose is required, an operation", () => {
  beforeAll(() => open("required"));
  afterAll(() => archive.close());

  it("that reads personal data names it", async () => {
    const { errors } = await archive.ask("clerk", CONTACTS);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    expect(errors?.[0]?.extensions.help).toContain(
      "ContactRecord.mobile is personal data: name the purpose in x-purpose",
    );
    expect(await codeOf(CONTACTS, { "x-purpose": "AFTER_SALE_SERVICE" })).toBe("answered");
  });

  it.each([
    ["looks for them", '{ informationRecords(filter: { idNumber: { eq: "000000198701190094" } }) { totalCount } }'],
    ["reads a text that may quote them", "{ customers(first: 1) { nodes { contacts { source { reference } } } } }"],
    [
      "reads what a statement says, which may be a sole trader's",
      "{ financialStatements(first: 1) { nodes { revenue { amount } } } }",
    ],
    ["looks for it", '{ financialStatements(filter: { revenue: { gt: "1" } }) { totalCount } }'],
    ["reads findings on them", "{ verificationTasks(first: 1) { nodes { findings { note } } } }"],
  ])("that %s names it, too", async (_what, query) => {
    expect(await codeOf(query, {}, "reviewer")).toBe("BAD_USER_INPUT");
    expect(await codeOf(query, { "x-purpose": "AUDIT" }, "reviewer")).toBe("answered");
  });

  it("that reads none need not", async () => {
    const report = "{ archiveStatistics(input: { groupBy: [], measures: [REVENUE_SUM] }) { suppressedGroups } }";
    expect(await codeOf(report, {}, "reporter")).toBe("answered");
    expect(await codeOf(NAMES)).toBe("answered");
    expect(await codeOf("{ viewer { id } }", {}, null)).toBe("answered");
  });

  it("that is shown none need not either", async () => expect(await codeOf(CONTACTS, {}, "auditor")).toBe("answered"));

  it("that writes and reads back personal data names it before anything is written", async () => {
    const input = { customerId: "x", source: { channel: "DIRECT_CONTACT" }, personName: "李四" };
    const write = "mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { personName } } }";
    const { errors } = await archive.ask("clerk", write, { input });
    expect(errors?.[0]?.extensions.help).toContain("x-purpose");
  });

  it("that downloads rejected rows names it, whatever file they were in", async () => {
    const bearer = await archive.bearer("collector");
    const upload = (parameters: Record<string, string>, body: string) =>
      fetch(`${archive.url}/imports?${new URLSearchParams(parameters)}`, {
        method: "POST",
        headers: { "content-type": "text/csv", ...bearer },
        body,
      });
    const map = await readFile(join(import.meta.dirname, "../../examples/import/contacts.map.json"), "utf8");
    const sent = await upload(
      { kind: "contacts", map },
      "客户编号,姓名,职务,手机,邮箱,采集日期\nSH-0002,,经理,19900000001,,2026/1/5\n",
    );
    const { id } = (await sent.json()) as { id: string };
    await archive.settled();
    const job = await archive.ask("collector", "query ($id: ID!) { importJob(id: $id) { rejected rejectedRows } }", {
      id,
    });
    expect(job.data.importJob).toEqual({ rejected: 1, rejectedRows: `/imports/${id}/rejected.csv` });
    const download = async (headers: Record<string, string>) => {
      const response = await fetch(`${archive.url}/imports/${id}/rejected.csv`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const unsaid = await download(bearer);
    expect(unsaid.status).toBe(400);
    expect(unsaid.text).toContain("x-purpose");
    expect(unsaid.text).not.toContain("19900000001");
    expect(await download({ ...bearer, "x-purpose": "AUDIT" })).toMatchObject({
      status: 200,
      text: expect.stringContaining("19900000001"),
    });
    expect((await download({})).status).toBe(401);
  });
});
