import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

const SECRET_VALUE = "11010519491231002X";
const RESPONSE = { accept: "application/graphql-response+json" };
const ask = (query: string, variables?: object) => archive.ask("collector", query, variables, RESPONSE);
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${archive.url}/graphql`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });

const refusal = ({ status, errors, data }: Answer) => ({ status, code: errors?.[0]?.extensions.code, data });

/** As it travels: what is nested so deep cannot be written by calling oneself, either. */
const askRaw = async (query: string, variables: string): Promise<Answer> => {
  const login = `mutation { login(input: { username: "collector", password: "${SEEDED_PASSWORD}" }) { token } }`;
  const { token } = (await archive.ask(null, login)).data.login;
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const response = await post(body, { ...RESPONSE, authorization: `Bearer ${token}` });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
};

describe("what is refused is not repeated: it may be somebody's number", () => {
  test.each([
    ["a literal of another type", `{ customers(search: ${SECRET_VALUE.slice(0, 17)}) { totalCount } }`],
    ["an unknown enum value", "{ customers(filter: { kind: { eq: CANARY } }) { totalCount } }"],
    ["a text where an enum belongs", `{ customers(filter: { kind: { eq: "${SECRET_VALUE}" } }) { totalCount } }`],
    ["a text where an object belongs", `{ customers(filter: "${SECRET_VALUE}") { totalCount } }`],
    ["a text where a list belongs", `{ customers(filter: { and: "${SECRET_VALUE}" }) { totalCount } }`],
    ["a number too large", "{ customers(first: 110105194912310023) { totalCount } }"],
    ["a syntax error beside it", `{ customers(search: "${SECRET_VALUE}" "${SECRET_VALUE}") { totalCount } }`],
    ["a syntax error after it", `{ customers("${SECRET_VALUE}": 1) { totalCount } }`],
    ["an id that is none", `{ node(id: "${SECRET_VALUE}") { id } }`],
    ["a day that is none", '{ informationRecords(filter: { validFrom: { eq: "2026-02-31" } }) { totalCount } }'],
    ["a decimal that is none", '{ customers(filter: { revenue: { eq: "1e99" } }) { totalCount } }'],
  ])("%s", async (_, query) => {
    const answer = await ask(query);
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/1101|CANARY|02-31|1e99|Did you mean/);
  });

  test("an input field that is too long or malformed", async () => {
    const query = "mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id } } }";
    const good = { name: "A", kind: "OTHER", importance: "C" };
    const bad = [
      { uscc: SECRET_VALUE.repeat(9) },
      { uscc: "CANARY" },
      { region: "CANARY" },
      { code: "CANARY code!" },
      { name: "CANARY".repeat(99) },
    ];
    for (const more of bad) {
      const answer = await ask(query, { input: { ...good, ...more } });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: Object.keys(more)[0] });
      expect(answer.text).not.toMatch(/CANARY|1101/);
    }
  });
});

describe("a condition that is none is refused, never dropped: a dropped filter returns everybody's rows", () => {
  test.each([
    ["and of null", "{ and: null }"],
    ["or of null", "{ or: null }"],
    ["not of null", "{ not: null }"],
    ["null within and", "{ and: [{ name: null }] }"],
    ["isNull of null", "{ name: { isNull: null } }"],
    ["in of null", "{ name: { in: null } }"],
    ["no operator, within not", "{ not: { name: {} } }"],
    ["an id that is none", '{ id: { eq: "CANARY" } }'],
    ["a NUL byte", '{ name: { startsWith: "a\\u0000" } }'],
  ])("%s", async (_, filter) => {
    expect(refusal(await ask(`{ customers(filter: ${filter}) { totalCount } }`))).toEqual({
      status: 400,
      code: "BAD_USER_INPUT",
      data: undefined,
    });
  });

  test("a variable whose name an object cannot have", async () => {
    const body =
      '{"query":"query ($__proto__: CustomerFilter) { customers(filter: $__proto__) { totalCount } }","variables":{"__proto__":{"name":{"eq":"A"}}}}';
    const { query, variables } = JSON.parse(body);
    expect(refusal(await ask(query, variables))).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  });

  test("an empty filter is no condition; an empty or holds for nothing, an empty and for everything", async () => {
    const total = async (filter: string) =>
      (await ask(`{ customers(filter: ${filter}) { totalCount } }`)).data.customers.totalCount;
    const all = await total("{}");
    expect(all).toBeGreaterThan(0);
    expect([await total("{ or: [] }"), await total("{ and: [] }"), await total("{ not: {} }")]).toEqual([0, all, 0]);
    expect(await total("{ not: { or: [] } }")).toBe(all);
  });
});

describe("what would take the server down is refused, soon, and the next one is served", () => {
  const soon = async (work: () => Promise<Answer>) => {
    const since = performance.now();
    const answer = await work();
    expect(performance.now() - since).toBeLessThan(5_000);
    expect((await ask("{ viewer { role } }")).data).toEqual({ viewer: { role: "COLLECTOR" } });
    return refusal(answer);
  };
  const LIST = "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }";
  const LIMIT = { status: 400, code: "LIMIT_EXCEEDED", data: undefined };

  test.each([[30], [3_000], [30_000]])("a filter %d levels deep, in a variable", async (depth) => {
    const filter = `${'{"not":'.repeat(depth)}{}${"}".repeat(depth)}`;
    expect(await soon(() => askRaw(LIST, `{"filter":${filter}}`))).toEqual(LIMIT);
  });

  test.each([[21], [500], [1_500], [3_000]])("a filter %d levels deep, in the document", async (depth) => {
    const deep = `${"{ not: ".repeat(depth)}{}${" }".repeat(depth)}`;
    const { status, code } = await soon(() => ask(`{ customers(filter: ${deep}) { totalCount } }`));
    expect(status).toBe(400);
    expect(code).toMatch(/^LIMIT_EXCEEDED$/);
  });

  test("a filter of thousands of conditions", async () => {
    const filter = { or: Array.from({ length: 5_000 }, () => ({ name: { eq: "A" } })) };
    expect(await soon(() => ask(LIST, { filter }))).toEqual(LIMIT);
  });

  test("fragments that spread each other twice, step by step", async () => {
    const steps = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Customer { ...F${i + 1} ...F${i + 1} }`);
    const query = `{ customers(first: 1) { nodes { ...F0 } } } ${steps.join(" ")} fragment F60 on Customer { name }`;
    expect((await soon(() => ask(query))).status).toBe(200);
  });

  test("one relation asked for a hundred times, level by level, by way of fragments", async () => {
    const many = (relation: string, next: string) => `${relation} { ...${next} } `.repeat(60);
    const steps = Array.from(
      { length: 5 },
      (_, i) =>
        `fragment C${i} on Customer { ${many("registration", `R${i}`)} } fragment R${i} on RegistrationRecord { ${many("customer", `C${i + 1}`)} }`,
    );
    const query = `{ customers(first: 1) { nodes { ...C0 } } } ${steps.join(" ")} fragment C5 on Customer { name }`;
    expect((await soon(() => ask(query))).status).toBeLessThan(500);
  });

  test("every relation of every relation", async () => {
    const record = "corrects supersedes supersededBy".split(" ");
    const all = (depth: number): string =>
      depth === 0 ? "id" : record.map((name) => `${name} { ${all(depth - 1)} }`).join(" ");
    expect(await soon(() => ask(`{ informationRecords { nodes { ${all(6)} } } }`))).toEqual(LIMIT);
  });

  test("more tokens than any front end writes", async () => {
    const query = `{ viewer { ${"id ".repeat(20_000)} } }`;
    expect(await soon(() => ask(query))).toEqual(LIMIT);
  });

  test("a hundred and one ids", async () => {
    const ids = Array.from({ length: 101 }, () => Buffer.from(`cu:${crypto.randomUUID()}`).toString("base64url"));
    expect((await soon(() => ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids }))).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  test("the same document with a filter in a variable, again and again", async () => {
    for (const type of ["Customer", "InformationRecord", "FinancialStatement", "VerificationTask"]) {
      const root = `${type.charAt(0).toLowerCase()}${type.slice(1)}s`;
      const query = `query ($filter: ${type}Filter) { ${root}(filter: $filter) { totalCount } }`;
      for (let i = 0; i < 5; i++) expect((await soon(() => ask(query, { filter: { not: {} } }))).status).toBe(200);
    }
  }, 60_000);
});

describe("what is in no schema", () => {
  test("a subscription", async () => {
    expect(refusal(await ask("subscription { customers { totalCount } }"))).toMatchObject({
      status: 400,
      code: "BAD_USER_INPUT",
    });
  });

  test("an instant no clock shows", async () => {
    for (const instant of [
      "2026-01-01T00:00:00+18:00",
      "2026-01-01T24:00:00Z",
      "2026-02-30T00:00:00Z",
      "2026-01-01T00:00:00",
      "infinity",
    ]) {
      const query = "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }";
      expect(refusal(await ask(query, { filter: { createdAt: { gt: instant } } })), instant).toMatchObject({
        status: 400,
        code: "BAD_USER_INPUT",
      });
    }
  });

  test("a code with a NUL byte, or half a character", async () => {
    const query = "query ($code: String) { customer(code: $code) { id } }";
    expect(refusal(await ask(query, { code: "SH-0001\0" }))).toMatchObject({ code: "BAD_USER_INPUT" });
    expect((await ask(query, { code: "\ud800" })).data).toEqual({ customer: null });
  });

  test("names that objects have by themselves are names like any other", async () => {
    const query = `query constructor { __proto__: customers(first: 1) { constructor: nodes { __proto__: code toString: registration { valueOf: status } } } }`;
    for (let i = 0; i < 4; i++) {
      const { text, errors } = await ask(query);
      expect(errors).toBeUndefined();
      expect(text).toMatch(
        /"__proto__":\{"constructor":\[\{"__proto__":"SH-0001","toString":\{"valueOf":"\w+"\}\}\]\}/,
      );
    }
  });
});

describe("a request that is none", () => {
  test.each([
    ["malformed JSON", "{", 400],
    ["nothing", "", 400],
    ["an array of requests", '[{"query":"{ viewer { id } }"},{"query":"{ viewer { id } }"}]', 400],
    ["variables that are a list", '{"query":"{ viewer { id } }","variables":[1]}', 400],
    ["a query that is an object", '{"query":{"a":1}}', 400],
  ])("%s is refused in the form every error has", async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("a hash in place of a query runs nothing", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } };
    const response = await post(JSON.stringify({ extensions }));
    expect(await response.json()).toEqual({
      errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
  });

  test("a mutation by GET, preflight or not, changes nothing", async () => {
    const search = new URLSearchParams({ query: "mutation { logout }" });
    for (const preflight of [[], [["apollo-require-preflight", "1"]]] as [string, string][][]) {
      const response = await fetch(`${archive.url}/graphql?${search}`, { headers: preflight });
      expect([400, 405]).toContain(response.status);
    }
    expect((await ask("{ viewer { role } }")).data.viewer.role).toBe("COLLECTOR");
  });
});
