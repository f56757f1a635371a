import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

// Whose consent it is, and whom a restricted record is about, is not to be found out by writing names down (SP4, SP12).

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const COLLECT = `mutation ($input: CollectContactInput!) { collectContact(input: $input) { record { id status } } }`;

const customerId = async (code: string): Promise<string> =>
  (await archive.ask("compliance", `{ customer(code: "${code}") { id } }`)).data.customer.id;

/** The consents of a customer that hold for contacts, with the names compliance sees. */
const consentsOf = async (code: string): Promise<{ id: string; personName: string }[]> => {
  const query = `{ customer(code: "${code}") { consents { id personName categories withdrawnOn expiresOn } } }`;
  const { consents } = (await archive.ask("compliance", query)).data.customer;
  return consents.filter(
    ({ categories, withdrawnOn, expiresOn }: Record<string, string>) =>
      categories?.includes("CONTACT") &&
      withdrawnOn === null &&
      (expiresOn === null || String(expiresOn) > "2026-06-30"),
  );
};

describe("a consent somebody else recorded", () => {
  let consent: { id: string; personName: string };
  beforeAll(async () => {
    const [found] = await consentsOf("SH-0001");
    if (found === undefined) throw new Error("the demo data has no such consent");
    consent = found;
  });

  const named = async (username: string, personName: string, consentId: string) =>
    archive.ask(username, COLLECT, {
      input: {
        customerId: await customerId("SH-0001"),
        personName,
        source: { channel: "DIRECT_CONTACT", subChannel: "BUSINESS_CARD", statedOn: "2026-06-01", consentId },
      },
    });

  test("answers a clerk, who sees its name masked, alike for the right name and a wrong one", async () => {
    const { id, personName } = consent;
    const [right, wrong] = [await named("clerk", personName, id), await named("clerk", "查无此人", id)];
    expect(right.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", field: "source.consentId" });
    expect(right.text).toBe(wrong.text);
  });

  test("may be named by a collector, who sees of whom it is, and of nobody else", async () => {
    const { id, personName } = consent;
    expect((await named("collector", "查无此人", id)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await named("collector", personName, id)).errors).toBeUndefined();
  });

  test("a clerk names one they recorded themselves", async () => {
    const give = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { consent { id } } }`;
    const input = {
      customerId: await customerId("SH-0001"),
      personName: "沈自记",
      categories: ["CONTACT"],
      purposes: ["CREDIT_ASSESSMENT"],
      givenOn: "2026-06-01",
    };
    const { data, text } = await archive.ask("clerk", give, { input });
    expect(data?.giveConsent, text).toBeTruthy();
    const { id } = data.giveConsent.consent;
    expect((await named("clerk", "沈自记", id)).errors).toBeUndefined();
  });

  test("tells a rehearsal of an import no more", async () => {
    const { id, personName } = consent;
    const map = {
      kind: "contacts",
      customer: { by: "code", column: "c" },
      fields: { personName: "n" },
      source: { channel: { constant: "DIRECT_CONTACT" }, statedOn: "d", consentId: { constant: id } },
    };
    const search = new URLSearchParams({ kind: "contacts", map: JSON.stringify(map), dryRun: "true" });
    const response = await fetch(`${archive.url}/imports?${search}`, {
      method: "POST",
      headers: { "content-type": "text/csv", ...(await archive.bearer("clerk")) },
      body: `c,n,d\nSH-0001,${personName},2026/6/1\nSH-0001,查无此人,2026/6/1\n`,
    });
    const job = (await response.json()) as { id: string };
    await archive.settled();
    const query = "query ($id: ID!) { importJob(id: $id) { rows records rejected firstRows { outcome reason } } }";
    const { importJob } = (await archive.ask("clerk", query, { id: job.id })).data;
    expect(importJob).toMatchObject({ rows: 2, records: 0, rejected: 2 });
    expect(importJob.firstRows[0]).toEqual(importJob.firstRows[1]);
  });
});

describe("a restricted record", () => {
  test("does not stand before a later one of the same person: nobody learns whom it is about", async () => {
    const id = await customerId("SH-0009");
    const contacts = `{ customer(code: "SH-0009") { contacts { id personName } } }`;
    const [known] = (await archive.ask("compliance", contacts)).data.customer.contacts;
    const version = `query ($id: ID!) { node(id: $id) { ... on ContactRecord { version } } }`;
    const { node } = (await archive.ask("compliance", version, { id: known.id })).data;
    const restrict = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { record { status } } }`;
    const input = { id: known.id, version: node.version, reason: "当事人反对" };
    const { data, text } = await archive.ask("compliance", restrict, { input });
    expect(data?.restrictRecord?.record.status, text).toBe("RESTRICTED");
    const shown = async (personName: string): Promise<boolean> => {
      const source = {
        channel: "DIRECT_CONTACT",
        subChannel: "BUSINESS_CARD",
        statedOn: "2026-06-01",
        legalBasis: "CONTRACT",
      };
      const collected = await archive.ask("collector", COLLECT, {
        input: { customerId: id, personName, mobile: "13900139000", source },
      });
      const { record } = collected.data.collectContact;
      const { customer } = (await archive.ask("collector", contacts)).data;
      return customer.contacts.some((each: { id: string }) => each.id === record.id);
    };
    expect(await shown("查无此人")).toBe(true);
    expect(await shown(known.personName)).toBe(true);
  });
});
