import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUTHORITY } from "../../src/auth/authority.js";
import { Role } from "../../src/auth/role.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
let customerId: string;
beforeAll(async () => {
  archive = await openArchive();
  const { data } = await archive.ask("collector", "{ customers(first: 1) { nodes { id } } }");
  customerId = data.customers.nodes[0].id;
});
afterAll(() => archive.close());

const REGISTER = `mutation ($name: String!, $uscc: String) {
  registerCustomer(input: { name: $name, uscc: $uscc, kind: ENTERPRISE, importance: C }) { customer { id code name version } }
}`;
const CONTACT = `mutation ($input: CollectContactInput!) { collectContact(input: $input) {
  record { id personName mobile status disclosure } screening { rule severity } tasks { method status } } }`;
const STATEMENT = `mutation ($input: CollectFinancialStatementInput!) { collectFinancialStatement(input: $input) {
  record { id status revenue { amount band } } screening { rule severity field message } tasks { method } } }`;

const source = { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" };
const contact = (more: object = {}) => ({
  input: { customerId, source, personName: "金试", mobile: "13812345678", ...more },
});
const statement = (more: object = {}) => ({
  input: {
    customerId,
    source,
    periodStart: "2019-01-01",
    periodEnd: "2019-12-31",
    currency: "CNY",
    totalAssets: "100",
    totalLiabilities: "60",
    equity: "40",
    revenue: "7000000",
    netProfit: "5",
    ...more,
  },
});

describe("who may write", () => {
  const attempts = {
    registerCustomer: [REGISTER, { name: "试公司" }],
    collectContact: [CONTACT, contact],
    collectFinancialStatement: [STATEMENT, statement],
  } as const;

  test.each(Object.keys(attempts) as (keyof typeof attempts)[])(
    "%s is for the roles the policy names, and for no other",
    async (mutation) => {
      const [query, given] = attempts[mutation];
      for (const role of namesOf(Role)) {
        const variables = typeof given === "function" ? given() : given;
        const { status, errors, data } = await archive.ask(role.toLowerCase(), query, variables);
        const may = (AUTHORITY[mutation] as readonly Role[]).includes(role);
        if (may) expect([status, errors, data[mutation] !== null]).toEqual([200, undefined, true]);
        else expect([status, errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
      }
    },
  );
});

describe("what is collected", () => {
  test("is shown in full to whoever collected it, until it is sealed", async () => {
    const { data } = await archive.ask("clerk", CONTACT, contact({ personName: "章试" }));
    expect(data.collectContact.record).toMatchObject({
      personName: "章试",
      mobile: "13812345678",
      disclosure: "TASK_BOUND",
    });
    const again = "query ($id: ID!) { informationRecord(id: $id) { ... on ContactRecord { mobile disclosure } } }";
    const { id } = data.collectContact.record;
    expect((await archive.ask("clerk", again, { id })).data.informationRecord.mobile).toBe("13812345678");
    expect((await archive.ask("verifier", again, { id })).data.informationRecord).toEqual({
      mobile: "138****5678",
      disclosure: "MASKED",
    });
  });

  test("is screened on arrival; what cannot be right goes back", async () => {
    const { data } = await archive.ask("collector", STATEMENT, statement({ equity: "39" }));
    const { record, screening, tasks } = data.collectFinancialStatement;
    expect(record.status).toBe("RETURNED");
    expect(tasks).toEqual([]);
    const found = screening.find(({ severity }: { severity: string }) => severity === "ERROR");
    expect(found).toMatchObject({ field: "totalAssets" });
    expect(found.message).not.toMatch(/100|60|39/);
  });

  test("opens the tasks the policy asks for: two of different methods for key information", async () => {
    const { data } = await archive.ask("collector", STATEMENT, statement());
    const { record, tasks } = data.collectFinancialStatement;
    expect(record.status).toBe("IN_VERIFICATION");
    expect(new Set(tasks.map(({ method }: { method: string }) => method)).size).toBe(2);
  });

  test("answers the same whatever other records of the series say", async () => {
    const period = { periodStart: "2011-01-01", periodEnd: "2011-12-31" };
    const answer = async (more: object) => {
      const { data } = await archive.ask("collector", STATEMENT, statement({ ...period, ...more }));
      const { record, ...rest } = data.collectFinancialStatement;
      return { ...rest, status: record.status };
    };
    const first = await answer({});
    // What follows a write begins after its own answer; it does not wait for the answer to another one.
    await archive.settled();
    expect(await answer({ revenue: "8000000" })).toEqual(first);
  });

  test("without consent or legal basis is refused where it is personal, and nothing is kept", async () => {
    const { errors } = await archive.ask("collector", CONTACT, contact({ source: { channel: "DIRECT_CONTACT" } }));
    expect(errors?.[0]?.extensions.help).toMatch(/consent|legal basis/i);
  });
});

describe("a customer", () => {
  test("registered by its credit code in one branch says nothing to another branch", async () => {
    const uscc = "91000000MA0000022Y";
    const first = await archive.ask("collector2", REGISTER, { name: "别处的公司", uscc });
    expect(first.errors).toBeUndefined();
    const { data, errors } = await archive.ask("collector", REGISTER, { name: "此处的公司", uscc });
    expect(errors).toBeUndefined();
    expect(data.registerCustomer.customer.name).toBe("此处的公司");
    const twice = await archive.ask("collector", REGISTER, { name: "又一家", uscc });
    expect(twice.errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", field: "uscc" });
  });

  test("of another branch cannot be written to, in the same bytes as one that does not exist", async () => {
    const { data } = await archive.ask("collector2", "{ customers(first: 1) { nodes { id } } }");
    const update =
      "mutation ($id: ID!) { updateCustomer(input: { id: $id, version: 1, importance: A }) { customer { id } } }";
    const foreign = await archive.ask("collector", update, { id: data.customers.nodes[0].id });
    const missing = await archive.ask("collector", update, {
      id: Buffer.from(`cu:${crypto.randomUUID()}`).toString("base64url"),
    });
    expect(foreign.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect(foreign.text).toBe(missing.text);
  });

  test("changes once per version", async () => {
    const { data } = await archive.ask("collector", REGISTER, { name: "版本公司" });
    const { id, version } = data.registerCustomer.customer;
    const update =
      "mutation ($id: ID!, $version: Int!) { updateCustomer(input: { id: $id, version: $version, status: DORMANT }) { customer { status version } } }";
    const done = await archive.ask("collector", update, { id, version });
    expect(done.data.updateCustomer.customer).toEqual({ status: "DORMANT", version: version + 1 });
    expect((await archive.ask("collector", update, { id, version })).errors?.[0]?.extensions.code).toBe("CONFLICT");
  });
});
