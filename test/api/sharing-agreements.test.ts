import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../permissions/oracle/policy.js";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const FIELDS =
  "id number partner purposes startsOn expiresOn endedOn endReason inForce recordedAt version recordedBy { displayName } endedBy { displayName }";
const LIST = `query ($first: Int, $after: String) { sharingAgreements(first: $first, after: $after) {
  totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;
const RECORD = `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { agreement { ${FIELDS} } } }`;
const END = `mutation ($input: EndAgreementInput!) { endAgreement(input: $input) { agreement { ${FIELDS} } } }`;

const TERMS = {
  partner: "示例物流集团",
  number: "XY-3001",
  purposes: ["CREDIT_ASSESSMENT", "AUDIT"],
  expiresOn: "2027-06-30",
};
const record = (more: object = {}, headers: Record<string, string> = {}) =>
  archive.ask("compliance", RECORD, { input: { ...TERMS, ...more } }, headers);
const refusal = ({ status, errors }: Awaited<ReturnType<Archive["ask"]>>) => ({ status, ...errors?.[0]?.extensions });

const OTHERS = ROLES.filter((role) => role !== "COMPLIANCE");

describe("agreements with partners", () => {
  test("are listed to compliance by number, page by page, ended and expired ones too", async () => {
    const first = (await archive.ask("compliance", LIST, { first: 1 })).data.sharingAgreements;
    expect(first).toMatchObject({ totalCount: 2, nodes: [{ number: "XY-1001", inForce: false, endedOn: null }] });
    const after = first.pageInfo.endCursor;
    const second = (await archive.ask("compliance", LIST, { after })).data.sharingAgreements;
    expect(second.nodes).toMatchObject([{ number: "XY-2001", inForce: true, purposes: expect.any(Array) }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test("are recorded and ended by compliance, who is named", async () => {
    const { agreement } = (await record()).data.recordAgreement;
    expect(agreement).toMatchObject({ ...TERMS, startsOn: "2026-06-30", inForce: true, endedOn: null, version: 1 });
    expect(agreement.recordedBy.displayName).toEqual(expect.any(String));
    const { id, version } = agreement;
    const ended = await archive.ask("compliance", END, { input: { id, version, reason: "合作终止" } });
    expect(ended.data.endAgreement.agreement).toEqual({
      ...agreement,
      endedOn: "2026-06-30",
      endReason: "合作终止",
      endedBy: agreement.recordedBy,
      inForce: false,
      version: 2,
    });
    const again = await archive.ask("compliance", END, { input: { id, version: 2, reason: "合作终止" } });
    expect(refusal(again)).toMatchObject({ code: "INVALID_TRANSITION", status: "ENDED", legal: [] });
  });

  test("are recorded once under an idempotency key", async () => {
    const ask = () => record({ number: "XY-3002" }, { "idempotency-key": "agreement" });
    const first = await ask();
    expect(first.errors).toBeUndefined();
    expect((await ask()).text).toBe(first.text);
    expect(refusal(await record({ number: "XY-3002" }))).toMatchObject({ code: "CONFLICT", field: "number" });
  });

  test("with a purpose that is not of the list are refused, quoting nothing", async () => {
    const answer = await record({ number: "XY-3003", purposes: ["MARKETING_OF_OURS"] });
    expect(refusal(answer)).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(answer.text).not.toContain("MARKETING_OF_OURS");
  });

  test("open the channel for every branch, by their number alone", async () => {
    await record({ number: "XY-3004" });
    for (const username of ["collector", "collector2"]) {
      const { data } = await archive.ask(username, "{ customers(first: 1) { nodes { id } } }");
      const input = {
        customerId: data.customers.nodes[0].id,
        source: { channel: "PARTNER", agreementNumber: "XY-3004" },
        operatingState: "正常经营",
      };
      const collect =
        "mutation ($input: CollectOperationInput!) { collectOperation(input: $input) { record { source { agreement } } } }";
      const answer = await archive.ask(username, collect, { input });
      expect(answer.data.collectOperation.record.source).toEqual({ agreement: "XY-3004" });
    }
  });

  test.each(OTHERS)("are not a %s's to list, to record or to end", async (role) => {
    const { nodes } = (await archive.ask("compliance", LIST)).data.sharingAgreements;
    const { id, version } = nodes.find(({ number }: { number: string }) => number === "XY-2001");
    const username = role.toLowerCase();
    for (const [coordinate, answer] of [
      ["Query.sharingAgreements", await archive.ask(username, LIST)],
      ["Mutation.recordAgreement", await archive.ask(username, RECORD, { input: { ...TERMS, number: "XY-9" } })],
      ["Mutation.endAgreement", await archive.ask(username, END, { input: { id, version, reason: "x" } })],
    ] as const) {
      expect(refusal(answer)).toMatchObject({ code: "FORBIDDEN", coordinate });
      expect(answer.text).not.toMatch(/示例供应链|XY-/);
    }
    const after = (await archive.ask("compliance", LIST)).data.sharingAgreements.nodes;
    expect(after).toEqual(nodes);
  });

  test("are nobody's who has not signed in", async () => {
    for (const [query, input] of [
      [LIST, undefined],
      [RECORD, TERMS],
      [END, { id: "x", version: 1, reason: "x" }],
    ] as const)
      expect(refusal(await archive.ask(null, query, { input })).code).toBe("UNAUTHENTICATED");
  });

  test("are reached by no id: theirs names no node", async () => {
    const [{ id }] = (await archive.ask("compliance", LIST, { first: 1 })).data.sharingAgreements.nodes;
    const node = await archive.ask("compliance", "query ($id: ID!) { node(id: $id) { id } }", { id });
    expect(refusal(node)).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  test("who recorded or ended one stands in the read ledger, as of every change", async () => {
    await record({ number: "XY-3005" });
    await archive.settled();
    const query = `{ accessEvents(first: 1, filter: { reads: { coordinate: { eq: "Mutation.recordAgreement" } } }) {
      nodes { role account { displayName } outcome } } }`;
    expect((await archive.ask("auditor", query)).data.accessEvents.nodes).toEqual([
      { role: "COMPLIANCE", account: { displayName: expect.any(String) }, outcome: expect.any(String) },
    ]);
  });
});
