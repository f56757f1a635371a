import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ERRORS, type ErrorCode, type Language } from "../../src/domain/refusal.js";
import { type Archive, openArchive } from "../support/archive.js";
import { asOwner } from "../support/owner.js";

let archive: Archive;
let debugged: Archive;
beforeAll(async () => {
  [archive, debugged] = await Promise.all([
    openArchive({ env: { MAX_BODY_BYTES: "4096" } }),
    openArchive({ env: { DEBUG_ERRORS: "1" } }),
  ]);
});
afterAll(() => Promise.all([archive.close(), debugged.close()]));

interface Way {
  readonly path?: string;
  readonly init: RequestInit;
  readonly as?: string;
}

const graphql = (query: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
  body: JSON.stringify({ query }),
});

const UNKNOWN_ID = "c3V2OjAwMDAwMDAw";
/** Every code as a client can meet it, by every kind of request. */
const WAYS: Readonly<Record<string, readonly [ErrorCode, Way]>> = {
  "not signed in": ["UNAUTHENTICATED", { init: graphql("{ customers { totalCount } }") }],
  "a forged token": ["UNAUTHENTICATED", { init: graphql("{ viewer { id } }", { authorization: "Bearer x" }) }],
  "not for the role": [
    "FORBIDDEN",
    { as: "clerk", init: graphql("{ customers(orderBy: [{ field: REVENUE, direction: ASC }]) { totalCount } }") },
  ],
  "an id that is none": ["BAD_USER_INPUT", { as: "clerk", init: graphql(`{ node(id: "${UNKNOWN_ID}") { id } }`) }],
  "too deep": [
    "LIMIT_EXCEEDED",
    {
      as: "clerk",
      init: graphql(`{ informationRecords { nodes ${"{ supersedes ".repeat(12)} { id } ${"} ".repeat(12)} } }`),
    },
  ],
  "no GraphQL": ["GRAPHQL_PARSE_FAILED", { as: "clerk", init: graphql("{ viewer {") }],
  "not of the schema": ["GRAPHQL_VALIDATION_FAILED", { as: "clerk", init: graphql("{ viewer { nam } }") }],
  "not there": [
    "NOT_FOUND",
    {
      as: "clerk",
      init: graphql(
        'mutation { withdrawConsent(input: { id: "Y3M6MDE5MmYwYzAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw", version: 1, reason: "x" }) { consent { id } } }',
      ),
    },
  ],
  "an address that leads nowhere": ["NOT_FOUND", { path: "/elsewhere", init: {} }],
  "an address that is none": ["BAD_USER_INPUT", { path: "/%ff%", init: {} }],
  "a body too large": ["LIMIT_EXCEEDED", { init: graphql(`# ${"x".repeat(5000)}`) }],
  "another method": ["BAD_USER_INPUT", { init: { ...graphql("{ viewer { id } }"), method: "PUT" } }],
  "another form": [
    "BAD_USER_INPUT",
    { init: { method: "POST", headers: { "content-type": "text/plain" }, body: "x" } },
  ],
  "a GET another site may have caused": ["BAD_REQUEST", { path: "/graphql?query={viewer{id}}", init: {} }],
  "a mutation by GET": ["BAD_REQUEST", { path: "/graphql?query=mutation{logout}", as: "clerk", init: {} }],
  "a document nobody registered": [
    "PERSISTED_QUERY_NOT_FOUND",
    { as: "clerk", init: { ...graphql(""), body: JSON.stringify({ documentId: `sha256:${"0".repeat(64)}` }) } },
  ],
  "a file sent by nobody": [
    "UNAUTHENTICATED",
    { path: "/imports?kind=contacts", init: { method: "POST", headers: { "content-type": "text/csv" }, body: "a" } },
  ],
  "a file of no kind": [
    "BAD_USER_INPUT",
    {
      path: "/imports?kind=others",
      as: "collector",
      init: { method: "POST", headers: { "content-type": "text/csv" }, body: "a" },
    },
  ],
  "rejected rows of nobody": [
    "NOT_FOUND",
    { path: "/imports/0192f0c0-0000-7000-8000-000000000000/rejected.csv", as: "collector", init: {} },
  ],
  "a table of what is none": [
    "BAD_USER_INPUT",
    { as: "reporter", init: graphql("{ viewer { id } }", { accept: "text/csv" }) },
  ],
};

const ask = async ({ path = "/graphql", init, as }: Way, language?: string) => {
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(as ? await archive.bearer(as) : {}),
    ...(language ? { "accept-language": language } : {}),
  };
  const response = await fetch(`${archive.url}${path}`, { ...init, headers });
  return { response, ...((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }) };
};

describe.each(Object.entries(WAYS))("%s", (_, [code, way]) => {
  test.each<[Language, string]>([
    ["en", "en-GB,en;q=0.9"],
    ["zh", "zh-CN,zh;q=0.9,en;q=0.8"],
  ])("is told in %s with the one message of its code", async (language, accepted) => {
    const { response, errors } = await ask(way, accepted);
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual(
      errors.map(() => [code, ERRORS[code][language]]),
    );
    expect(response.headers.get("content-language")).toBe(language);
    expect(response.headers.get("vary")?.split(/, */)).toEqual(expect.arrayContaining(["Accept", "Accept-Language"]));
  });
});

describe("The language", () => {
  const told = async (accepted?: string) =>
    (await ask(WAYS["not signed in"]?.[1] as Way, accepted)).response.headers.get("content-language");

  test.each([
    [undefined, "en"],
    ["fr", "en"],
    ["*", "en"],
    ["fr, zh;q=0.5", "zh"],
    ["zh-Hans-CN", "zh"],
    ["en;q=0.2, zh-TW;q=0.7", "zh"],
    ["zh;q=0", "en"],
    ["zh;q=x,,;", "en"],
    [`zh${"-x".repeat(2000)}`, "zh"],
  ])("asked for as %s is %s", async (accepted, language) => {
    expect(await told(accepted)).toBe(language);
  });

  test("is that of errors only: an answer has none, and says that it could have been another", async () => {
    const response = await fetch(`${archive.url}/graphql`, {
      ...graphql("{ viewer { id } }", { "accept-language": "zh", origin: "https://x.example" }),
    });
    expect(response.headers.get("content-language")).toBeNull();
    expect(response.headers.get("vary")).toMatch(/Accept-Language/);
  });

  test("changes nothing of an error but its message", async () => {
    const way = WAYS["not for the role"]?.[1] as Way;
    const [en, zh] = [await ask(way, "en"), await ask(way, "zh")];
    expect(zh.errors[0]?.extensions).toEqual(en.errors[0]?.extensions);
    expect(zh.response.status).toBe(en.response.status);
  });
});

describe("A bug", () => {
  const broken = async (at: Archive) => {
    const rename = (from: string, to: string) => asOwner(at.database, `alter table consent rename ${from} to ${to}`);
    await rename("purposes", "purposes_gone");
    const { errors } = await at.ask("reviewer", "{ customers(first: 1) { nodes { name consents { purposes } } } }");
    await rename("purposes_gone", "purposes");
    return errors?.[0];
  };

  test("leaves as its code and message, in development neither", async () => {
    const error = await broken(archive);
    expect(error?.message).toBe(ERRORS.INTERNAL.en);
    expect(error?.extensions).toEqual({ code: "INTERNAL" });
  });

  test("is laid bare to whoever has set DEBUG_ERRORS=1", async () => {
    const error = await broken(debugged);
    expect(error?.message).toBe(ERRORS.INTERNAL.en);
    expect(JSON.stringify(error?.extensions)).toMatch(/purposes.*does not exist/);
  });
});

describe("Nobody", () => {
  test("learns from a complaint what the schema is made of", async () => {
    const { errors = [] } = await archive.ask(null, "{ customers { nam } }");
    expect(errors[0]).toMatchObject({ locations: [{ line: 1 }], extensions: { rule: "FieldsOnCorrectType" } });
    expect(JSON.stringify(errors)).not.toContain("CustomerConnection");
    const { errors: signedIn = [] } = await archive.ask("clerk", "{ customers { nam } }");
    expect(signedIn[0]?.extensions.help).toBe('Cannot query field "nam" on type "CustomerConnection".');
  });
});
