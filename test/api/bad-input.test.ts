import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTokens } from "../../src/auth/token.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { SECRET } from "../support/identity.js";
import { SEEDED_AT } from "../support/seed.js";

let archive: Archive;
let customerId: string;
let taskId: string;
let before: number;

const ROWS = "select (select count(*) from customer) + (select count(*) from information_record) as n";
const rows = () =>
  archive.database.withViewer(SYSTEM, "READ", async (session) =>
    Number((await session.rows<{ n: string }>(ROWS, []))[0]?.n),
  );

beforeAll(async () => {
  archive = await openArchive();
  const query = "{ customers(first: 1) { nodes { id } } verificationTasks(first: 1) { nodes { id } } }";
  const { data } = await archive.ask("collector", query);
  customerId = data.customers.nodes[0].id;
  taskId = data.verificationTasks.nodes[0].id;
  before = await rows();
});
afterAll(async () => {
  expect(await rows()).toBe(before);
  await archive.close();
});

const RESPONSE = { accept: "application/graphql-response+json" };
const ask = (query: string, variables?: object) => archive.ask("collector", query, variables, RESPONSE);

/** Refused as it should be, in words that say something of it and quote nothing that was sent. */
const expectRefused = (answer: Answer, code: string, says: RegExp, ...unsaid: string[]) => {
  const [error] = answer.errors ?? [];
  expect(error?.extensions.code).toBe(code);
  expect(error?.extensions.help).toMatch(says);
  for (const word of [...unsaid, "Did you mean"]) expect(answer.text).not.toContain(word);
  expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
};

describe("an operation", () => {
  test.each([
    ["an unknown field", "{ customers { nodes { nam } } }", "GRAPHQL_VALIDATION_FAILED", /Cannot query field "nam"/],
    [
      "an unknown argument",
      "{ customers(fist: 1) { totalCount } }",
      "GRAPHQL_VALIDATION_FAILED",
      /Unknown argument "fist"/,
    ],
    ["what is no GraphQL", "{ customers {", "GRAPHQL_PARSE_FAILED", /^Expected Name, found <EOF>/],
    ["a page of 0", "{ customers(first: 0) { totalCount } }", "BAD_USER_INPUT", /first: a page has 1 to 100 rows/],
    ["a page of −1", "{ customers(last: -1) { totalCount } }", "BAD_USER_INPUT", /last: a page has 1 to 100 rows/],
    [
      "a page of 10⁹",
      "{ customers(first: 1000000000) { totalCount } }",
      "BAD_USER_INPUT",
      /first: a page has 1 to 100 rows/,
    ],
    [
      "a nested page of 101",
      "{ customers(first: 1) { nodes { records(first: 101) { totalCount } } } }",
      "BAD_USER_INPUT",
      /1 to 100/,
    ],
    ["both ends of a page", "{ customers(first: 1, last: 1) { totalCount } }", "BAD_USER_INPUT", /name one of the two/],
    ["an empty search", '{ customers(search: " ") { totalCount } }', "BAD_USER_INPUT", /search: say what to look for/],
    [
      "null as a condition",
      "{ customers(filter: { name: null }) { totalCount } }",
      "BAD_USER_INPUT",
      /filter.name: null is no condition/,
    ],
    [
      "a condition without operator",
      "{ customers(filter: { name: {} }) { totalCount } }",
      "BAD_USER_INPUT",
      /at least one operator/,
    ],
    [
      "null to compare with",
      "{ customers(filter: { name: { eq: null } }) { totalCount } }",
      "BAD_USER_INPUT",
      /filter.name.eq.*isNull/,
    ],
    [
      "a field ordered by twice",
      "{ customers(orderBy: [{ field: NAME, direction: ASC }, { field: NAME, direction: DESC }]) { totalCount } }",
      "BAD_USER_INPUT",
      /ordered by once/,
    ],
    [
      "30 February",
      '{ informationRecords(filter: { validFrom: { eq: "2026-02-30" } }) { totalCount } }',
      "BAD_USER_INPUT",
      /A Date is a day of the calendar/,
    ],
  ])("with %s is refused", async (_what, query, code, says) => {
    const answer = await ask(query);
    expectRefused(answer, code, says, "2026-02-30");
    expect(answer.status).toBe(400);
  });

  test("with more aliases than allowed is refused", async () => {
    const aliases = Array.from({ length: 60 }, (_, i) => `a${i}: viewer { id }`).join(" ");
    expectRefused(await ask(`{ ${aliases} }`), "LIMIT_EXCEEDED", /alias count of 60; at most 50/);
  });

  test("of a megabyte of aliases is refused before it is parsed", async () => {
    const aliases = Array.from({ length: 60_000 }, (_, i) => `alias${i}: __typename`).join(" ");
    const answer = await ask(`{ ${aliases} }`);
    expectRefused(answer, "LIMIT_EXCEEDED", /bytes|large/i);
    expect(answer.status).toBe(413);
  });

  test("too deep, or too costly, is refused", async () => {
    const deep = `{ informationRecords { nodes ${"{ supersedes ".repeat(12)} { id } ${"} ".repeat(12)} } }`;
    expectRefused(await ask(deep), "LIMIT_EXCEEDED", /depth of/);
    const costly = "{ customers(first: 100) { nodes { records(first: 100) { nodes { id status } } } } }";
    expectRefused(await ask(costly), "LIMIT_EXCEEDED", /cost of/);
  });
});

describe("a variable", () => {
  const query =
    "query ($first: Int, $filter: CustomerFilter, $search: String, $after: String) { customers(first: $first, filter: $filter, search: $search, after: $after) { totalCount } }";
  test.each([
    ["of a wrong type", { first: "secret-value" }, /\$first: Int cannot represent non-integer value/],
    ["with an unknown field", { filter: { nmae: { eq: "secret-value" } } }, /\$filter: Field "nmae" is not defined/],
    [
      "with an unknown enum value",
      { filter: { kind: { eq: "secret-value" } } },
      /\$filter.kind.eq: Not a value of CustomerKind/,
    ],
    [
      "with a wrong leaf",
      { filter: { name: { eq: { a: "secret-value" } } } },
      /\$filter.name.eq: String cannot represent/,
    ],
    ["with a NUL byte", { search: "secret-value\0" }, /NUL/],
    ["with a NUL byte in a filter", { filter: { name: { in: ["ok", "secret-value\0"] } } }, /NUL/],
    ["that is no cursor", { after: "secret-value" }, /after: not a cursor of this list/],
  ])("%s is refused, its value unsaid", async (_what, variables, says) => {
    expectRefused(await ask(query, variables), "BAD_USER_INPUT", says, "secret-value");
  });

  test("left out where it is required is named", async () => {
    expectRefused(
      await ask("query ($id: ID!) { node(id: $id) { id } }"),
      "BAD_USER_INPUT",
      /\$id: required, of type ID!/,
    );
  });

  test("with a cursor of another order, list or role is refused", async () => {
    const page =
      "query ($after: String) { customers(first: 1, after: $after, orderBy: [{ field: NAME, direction: ASC }]) { pageInfo { endCursor } } }";
    const { data } = await ask(page);
    const after = data.customers.pageInfo.endCursor;
    const cursor = /not a cursor of this list, in this order and role/;
    expectRefused(await ask(query, { after }), "BAD_USER_INPUT", cursor);
    expectRefused(
      await ask("query ($after: String) { informationRecords(after: $after) { totalCount } }", { after }),
      "BAD_USER_INPUT",
      cursor,
    );
    expectRefused(await archive.ask("clerk", page, { after }, RESPONSE), "BAD_USER_INPUT", cursor);
  });
});

describe("a null in the place of a default", () => {
  const place = (variable: string, type: string) => ({ rule: "VariableValues", variable, help: type });
  test.each([
    ["an id", 'query ($i: ID = "x") { node(id: $i) { id } }', "null is not a ID!."],
    ["an id of a list", 'query ($i: ID = "x") { nodes(ids: [$i]) { id } }', "null cannot stand where it is used."],
    [
      "a direction",
      "query ($i: SortDirection = ASC) { customers(orderBy: [{ field: NAME, direction: $i }]) { totalCount } }",
      "null cannot stand where it is used.",
    ],
    [
      "a condition of a field",
      "query ($i: Boolean = true) { viewer @include(if: $i) { id } }",
      "null is not a Boolean!.",
    ],
    [
      "a condition further down",
      "query ($i: Boolean = true) { customers { nodes { id @skip(if: $i) } } }",
      "null is not a Boolean!.",
    ],
    [
      "an input",
      'mutation ($i: GiveConsentInput = { customerId: "x", personName: "x", purposes: [AUDIT], categories: [CONTACT] }) { giveConsent(input: $i) { consent { id } } }',
      "null is not a GiveConsentInput!.",
    ],
  ])("as %s is refused as any value that does not fit", async (_, query, says) => {
    const answer = await ask(query, { i: null });
    expect([answer.status, answer.errors?.[0]?.extensions]).toMatchObject([
      400,
      { code: "BAD_USER_INPUT", ...place("i", `$i: ${says}`) },
    ]);
  });

  test.each([
    'mutation ($i: LoginInput = { username: "a", password: "b" }) { login(input: $i) { token } }',
    'mutation ($i: String = "b") { login(input: { username: "a", password: $i }) { token } }',
  ])("is refused of who has not signed in, too: %s", async (query) => {
    const { status, errors } = await archive.ask(null, query, { i: null }, RESPONSE);
    const extensions = { code: "BAD_USER_INPUT", rule: "VariableValues", variable: "i" };
    expect([status, errors?.[0]?.extensions]).toEqual([400, extensions]);
  });

  test.each([
    ['query ($i: String = "Customer") { __type(name: $i) { name } }', "String!"],
    ["query ($i: Boolean = true) { __schema { queryType { name @skip(if: $i) } } }", "Boolean!"],
  ])("is refused of the schema's own fields, too: %s", async (query, type) => {
    expectRefused(await ask(query, { i: null }), "BAD_USER_INPUT", RegExp(`^\\$i: null is not a ${type}\\.$`));
  });

  test("stands where null may", async () => {
    const { data } = await ask("query ($i: Int = 1) { customers(first: $i) { totalCount } }", { i: null });
    expect(data.customers.totalCount).toBeGreaterThan(0);
  });
});

describe("an id", () => {
  const one = "query ($id: ID) { customer(id: $id) { name } }";

  test("of another type is refused, with the type that is expected", async () => {
    expectRefused(await ask(one, { id: taskId }), "BAD_USER_INPUT", /VerificationTask.*Customer/);
  });

  test("that is none is refused", async () => {
    for (const id of ["1", "", "../etc", Buffer.from("cu:1").toString("base64url"), `${customerId}=`]) {
      expectRefused(await ask(one, { id }), "BAD_USER_INPUT", /not an id of this archive/);
    }
  });

  test("and a code at once, or neither, is refused", async () => {
    const query = "query ($id: ID, $code: String) { customer(id: $id, code: $code) { name } }";
    for (const variables of [{}, { id: customerId, code: "SH-0001" }]) {
      expectRefused(await ask(query, variables), "BAD_USER_INPUT", /exactly one of id and code/);
    }
  });
});

describe("a token", () => {
  const asking = (authorization: string) => archive.ask(null, "{ viewer { id } }", {}, { ...RESPONSE, authorization });

  test("that is forged, expired or garbage is refused, and never taken for nobody", async () => {
    const tokens = await createTokens(`${SECRET}-another`);
    const claims = { sessionId: crypto.randomUUID(), accountId: crypto.randomUUID() };
    const forged = await tokens.issue(claims, SEEDED_AT, new Date(SEEDED_AT.getTime() + 3_600_000));
    const expired = await (await createTokens(SECRET)).issue(claims, new Date(0), new Date(60_000));
    for (const token of [forged, expired, "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."]) {
      const answer = await asking(`Bearer ${token}`);
      expect(answer.status).toBe(401);
      expectRefused(answer, "UNAUTHENTICATED", /sign in/i);
    }
  });
});

describe("a mutation", () => {
  const collect =
    "mutation ($input: CollectFinancialStatementInput!) { collectFinancialStatement(input: $input) { record { id } } }";
  const statement = (more: object) => ({
    input: {
      customerId,
      source: { channel: "DIRECT_CONTACT" },
      periodStart: "2025-01-01",
      periodEnd: "2025-12-31",
      currency: "CNY",
      ...more,
    },
  });

  test.each([
    ["1e400", /A Decimal is a string of digits/],
    ["NaN", /A Decimal is a string of digits/],
    ["Infinity", /A Decimal is a string of digits/],
    ["0.00001", /A Decimal is a string of digits/],
    ["123456789012345678901", /A Decimal is a string of digits/],
  ])("with the amount %s is refused", async (revenue, says) => {
    expectRefused(await ask(collect, statement({ revenue })), "BAD_USER_INPUT", says, revenue);
  });

  test("with an amount as a number, not a string, is refused", async () => {
    expectRefused(
      await ask(collect, statement({ revenue: 12.5 })),
      "BAD_USER_INPUT",
      /A Decimal is a string of digits/,
    );
  });

  test("with 30 February is refused", async () => {
    expectRefused(await ask(collect, statement({ periodEnd: "2025-02-30" })), "BAD_USER_INPUT", /A Date is a day/);
  });

  test("without the currency of an amount is refused, and names where it stands", async () => {
    const transaction =
      "mutation ($input: CollectTransactionInput!) { collectTransaction(input: $input) { record { id } } }";
    const amounts = [{ amount: "1" }, { amount: "1", currency: "X".repeat(65) }];
    for (const amount of amounts) {
      const input = {
        customerId,
        source: { channel: "DIRECT_CONTACT" },
        contractNumber: "K-9",
        occurredOn: "2026-01-01",
        amount,
      };
      const answer = await ask(transaction, { input });
      expectRefused(answer, "BAD_USER_INPUT", /amount\.currency/, "amountCurrency");
      expect(answer.errors?.[0]?.extensions).toMatchObject({ field: "amount.currency" });
    }
  });

  test("that is not for the role is refused in words that say so", async () => {
    const approve = 'mutation { approveRecord(input: { id: "x", version: 1 }) { record { id } } }';
    expectRefused(await ask(approve), "FORBIDDEN", /^The role COLLECTOR may not use Mutation\.approveRecord\.$/);
  });

  test("with a period that ends before it begins is refused", async () => {
    const answer = await ask(collect, statement({ periodEnd: "2024-12-31" }));
    expectRefused(answer, "BAD_USER_INPUT", /periodEnd|period/);
  });

  test("with a NUL byte in a text is refused", async () => {
    const query =
      "mutation ($name: String!) { registerCustomer(input: { name: $name, kind: OTHER, importance: C }) { customer { id } } }";
    expectRefused(await ask(query, { name: "a\0b" }), "BAD_USER_INPUT", /name|NUL/);
  });

  test("of a stale version is refused, and says so", async () => {
    const query =
      "mutation ($id: ID!) { updateCustomer(input: { id: $id, version: 99, importance: A }) { customer { id } } }";
    expectRefused(await ask(query, { id: customerId }), "CONFLICT", /changed in the meantime/);
  });

  test.each([
    ["of nothing to be seen", "\u200b"],
    ["of a filler alone", "\u3164"],
    ["of half a character", "甲\ud83d"],
    ["that turns round what stands behind it", "甲\u202e乙"],
  ])("with a name %s is refused", async (_what, name) => {
    const query =
      "mutation ($name: String!) { registerCustomer(input: { name: $name, kind: OTHER, importance: C }) { customer { id } } }";
    expectRefused(await ask(query, { name }), "BAD_USER_INPUT", /^name must be a text of at most 200 characters/);
  });

  test("by GET is refused", async () => {
    const query = encodeURIComponent("mutation { logout }");
    const response = await fetch(`${archive.url}/graphql?query=${query}`, {
      headers: { "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(405);
  });
});
