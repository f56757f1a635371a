import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ATTEMPT_LIMITS } from "../../src/domain/attempt-limit.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { MAX_ALIASES: "200", MAX_DIRECTIVES: "10", MAX_BODY_BYTES: "100000" } });
});
afterAll(() => archive.close());

const nested = (times: number, open: string, close: string, within = "") =>
  open.repeat(times) + within + close.repeat(times);
const ofType = (depth: number) =>
  `{ __schema { types { fields { type ${nested(depth, "{ ofType ", " }", "{ name }")} } } } }`;
const ids = (count: number) =>
  Array.from({ length: count }, () => Buffer.from(`cu:${crypto.randomUUID()}`).toString("base64url"));
const LIST = "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }";
const RECORDS =
  "query ($a: Int, $b: Int) { customers(first: $a) { nodes { records(first: $b) { nodes { id status } } } } }";
const ALL_OPERATORS = { eq: "a", ne: "a", gt: "a", gte: "a", lt: "a", lte: "a", in: ["a", "b"], isNull: false };
const conditions = (count: number) => ({ or: Array.from({ length: count / 8 }, () => ({ code: ALL_OPERATORS })) });
const inPlaces = (places: number) =>
  `query ($filter: CustomerFilter) { ${Array.from({ length: places }, (_, i) => `a${i}: customers(filter: $filter) { totalCount }`).join(" ")} }`;
const IN_A_FRAGMENT = `query ($filter: InformationRecordFilter) { a: customers(first: 1) { ...Rows } b: customers(first: 1) { ...Rows } }
  fragment Rows on CustomerConnection { nodes { records(first: 1, filter: $filter) { totalCount } } }`;
const REPORT = "archiveStatistics(input: { groupBy: [], measures: [CUSTOMERS] }) { suppressedGroups }";

/** What is asked, and the limit it meets: its name, how much is allowed, how much was asked for where that is known. */
type Limited = [what: string, query: string, variables: object, of: string, limit: number, asked?: number];
const LIMITS: Limited[] = [
  [
    "more aliases",
    `{ ${Array.from({ length: 201 }, (_, i) => `a${i}: viewer { id }`).join(" ")} }`,
    {},
    "alias count",
    200,
    201,
  ],
  [
    "more directives",
    `{ viewer { ${Array.from({ length: 11 }, (_, i) => `${["id", "role", "username"][i % 3]} @skip(if: false)`).join(" ")} } }`,
    {},
    "directive count",
    10,
    11,
  ],
  [
    "more levels of fields",
    `{ informationRecords { nodes ${nested(12, "{ supersedes ", "} ", "{ id } ")} } }`,
    {},
    "depth",
    12,
    15,
  ],
  [
    "more levels by way of fragments",
    `{ informationRecords { nodes { ...A } } } fragment A on InformationRecord ${nested(12, "{ supersedes ", "} ", "{ id } ")}`,
    {},
    "depth",
    12,
    15,
  ],
  ["more tokens", `{ viewer { ${"id ".repeat(15_000)} } }`, {}, "token count", 15_000],
  [
    "the same field again and again",
    `{ viewer { ${"id ".repeat(2_000)} } }`,
    {},
    "comparison count of fields of one name",
    500_000,
  ],
  [
    "the same fields within the same fields",
    `{ ${`viewer { ${`branch { ${"code ".repeat(12)} } `.repeat(12)} } `.repeat(12)} }`,
    {},
    "comparison count of fields of one name",
    500_000,
  ],
  [
    "more fields, interfaces written out",
    `{ informationRecords { nodes { ${Array.from({ length: 130 }, (_, i) => `a${i}: customer { id code name createdAt updatedAt version }`).join(" ")} } } }`,
    {},
    "field count",
    5_000,
  ],
  ["larger pages, the one within the other", RECORDS, { a: 100, b: 100 }, "cost", 20_000, 30_201],
  [
    "more nodes by their ids",
    `query ($ids: [ID!]!) { ${["a", "b"].map((name) => `${name}: nodes(ids: $ids) { id ... on Customer { records(first: 100) { nodes { id } } } }`).join(" ")} }`,
    { ids: ids(100) },
    "cost",
    20_000,
    40_402,
  ],
  [
    "more reports",
    `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: ${REPORT}`).join(" ")} }`,
    {},
    "cost",
    20_000,
    20_020,
  ],
  ["more levels of a filter", LIST, { filter: JSON.parse(nested(25, '{"not":', "}", "{}")) }, "levels of input", 20],
  [
    "more objects of a filter",
    LIST,
    { filter: { or: Array.from({ length: 501 }, () => ({})) } },
    "objects of input",
    500,
  ],
  ["more conditions", LIST, { filter: conditions(504) }, "condition count of filters", 500],
  ["the same conditions in more places", inPlaces(50), { filter: conditions(16) }, "condition count of filters", 500],
  [
    "the same conditions by way of a fragment",
    IN_A_FRAGMENT,
    { filter: { or: Array.from({ length: 126 }, () => ({ category: { eq: "CONTACT", in: ["CREDIT"] } })) } },
    "condition count of filters",
    500,
  ],
  ["the schema, deeper than a tool asks", ofType(20), {}, "depth of introspection", 20, 25],
  [
    "the schema, its lists within each other",
    "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
    {},
    "depth of lists in introspection",
    2,
  ],
];

describe("An operation that asks for", () => {
  test.each(LIMITS)(
    "%s is refused before it runs, and told which limit, how much, and how much it asked for",
    async (...[, query, variables, of, limit, asked]: Limited) => {
      archive.sent();
      const { status, errors, data } = await archive.ask("reviewer", query, variables, {
        accept: "application/graphql-response+json",
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", of, limit, ...(asked && { asked }) });
      expect(errors?.[0]?.extensions.help).toContain(`${limit}`);
      expect({ status, data }).toEqual({ status: 400, data: undefined });
      expect(archive.sent()).toEqual([]);
    },
  );

  test("as much as is allowed is answered", async () => {
    expect((await archive.ask("reviewer", RECORDS, { a: 10, b: 100 })).errors).toBeUndefined();
    expect((await archive.ask("reviewer", `{ viewer { id @skip(if: false) } }`)).errors).toBeUndefined();
    expect((await archive.ask("reviewer", `{ viewer { ${"id ".repeat(500)} } }`)).errors).toBeUndefined();
    expect((await archive.ask("reviewer", getIntrospectionQuery())).errors).toBeUndefined();
    expect((await archive.ask("reviewer", LIST, { filter: conditions(496) })).errors).toBeUndefined();
    expect((await archive.ask("reviewer", inPlaces(30), { filter: conditions(16) })).errors).toBeUndefined();
    expect(
      (await archive.ask("reviewer", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ids(100) })).errors,
    ).toBeUndefined();
  });
});

describe("A request", () => {
  const send = (body: string) =>
    fetch(`${archive.url}/graphql`, { method: "POST", body, headers: { "content-type": "application/json" } });

  test("that is larger is refused unread", async () => {
    const body = JSON.stringify({ query: `# ${"x".repeat(100_000)}` });
    const response = await send(body);
    expect(response.status).toBe(413);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ of: "bytes of a request", limit: 100_000, asked: body.length });
  });

  test("holds one operation: no batches", async () => {
    const response = await send(JSON.stringify([{ query: "{ viewer { id } }" }, { query: "{ viewer { id } }" }]));
    expect(response.status).toBe(400);
  });
});

describe("A hundred aliases are a hundred attempts:", () => {
  const login = (alias: string, username: string, password: string) =>
    `${alias}: login(input: { username: "${username}", password: "${password}" }) { token }`;
  const codes = (errors: readonly { extensions: { code: string } }[] = []) =>
    errors.map(({ extensions }) => extensions.code);

  test("one password is looked at at most, all are counted, and then not even the right one is", async () => {
    const wrong = Array.from({ length: 99 }, (_, i) => login(`a${i}`, "archivist", `wrong-password-${i}`));
    const right = login("right", "archivist", SEEDED_PASSWORD);
    const { errors, data } = await archive.ask(null, `mutation { ${wrong.join(" ")} ${right} }`);
    expect(data?.right ?? null).toBeNull();
    expect(codes(errors)).toEqual(["TOO_MANY_ATTEMPTS"]);
    expect(codes((await archive.ask(null, `mutation { ${right} }`)).errors)).toEqual(["TOO_MANY_ATTEMPTS"]);
  });

  test("as many as an account has left are looked at, one of them, and counted, all of them", async () => {
    const wrong = Array.from({ length: ATTEMPT_LIMITS.ACCOUNT_AND_ADDRESS }, (_, i) =>
      login(`a${i}`, "auditor", `wrong-${i}`),
    );
    expect(codes((await archive.ask(null, `mutation { ${wrong.join(" ")} }`)).errors)).toEqual(["UNAUTHENTICATED"]);
    const right = `mutation { ${login("right", "auditor", SEEDED_PASSWORD)} }`;
    expect(codes((await archive.ask(null, right)).errors)).toEqual(["TOO_MANY_ATTEMPTS"]);
  });

  test("the right one first lets no other be tried after it", async () => {
    const both = [login("right", "collector2", SEEDED_PASSWORD), login("other", "verifier2", SEEDED_PASSWORD)];
    const { errors, text } = await archive.ask(null, `mutation { ${both.join(" ")} }`);
    expect(codes(errors)).toEqual(["LIMIT_EXCEEDED"]);
    expect(text).not.toContain("token");
  });

  test("of a hundred accounts from one address, too", async () => {
    const many = Array.from({ length: 100 }, (_, i) => login(`a${i}`, `nobody-${i}`, "wrong-password"));
    expect(codes((await archive.ask(null, `mutation { ${many.join(" ")} }`)).errors)).toContain("TOO_MANY_ATTEMPTS");
    expect(codes((await archive.ask(null, `mutation { ${login("a", "clerk", SEEDED_PASSWORD)} }`)).errors)).toEqual([
      "TOO_MANY_ATTEMPTS",
    ]);
  });
});
