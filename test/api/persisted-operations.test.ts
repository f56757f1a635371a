import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Role } from "../../src/auth/role.js";
import { registerOperations } from "../../src/commands/register-operations.js";
import { removeOperations } from "../../src/commands/remove-operations.js";
import { namesOf } from "../../src/domain/enumeration.js";
import type { RunningServer } from "../../src/server.js";
import { type Answer, type Archive, openArchive } from "../support/archive.js";
import { startTestServer } from "../support/http-server.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

/** How long an operation may be taken from memory. */
const A_FEW_SECONDS = 3_000;

const SAME_QUESTION = readFileSync(new URL("same-question.graphql", import.meta.url), "utf8");
const BY_RISK =
  "query ByRisk { customers(first: 1, orderBy: [{field: RISK_CLASS, direction: ASC}]) { nodes { code } } }";
const WHO = "query Who { viewer { username role } }";
const LEAVE = "mutation Leave { logout }";
const SIGN_IN = "mutation SignIn($input: LoginInput!) { login(input: $input) { viewer { role } } }";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const persistedQuery = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } });

let now = SEEDED_AT;
let archive: Archive;
/** Answers registered operations only, on the same database. */
let strict: RunningServer;

const register = (...texts: string[]) => {
  const operations = texts.map((body) => ({
    id: sha256(body),
    name: /(?:query|mutation) (\w+)/.exec(body)?.[1] ?? "",
    body,
  }));
  return registerOperations(archive.database, { operations, now });
};

const askStrict = async (username: string | null, body: object): Promise<Answer> => {
  const signedIn = username === null ? {} : await archive.bearer(username);
  const headers = { "content-type": "application/json", accept: "application/json", ...signedIn };
  const response = await fetch(`${strict.url}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
};

const outcome = ({ status, data, errors }: Answer) => ({ status, data, code: errors?.[0]?.extensions.code });

beforeAll(async () => {
  archive = await openArchive({ now: () => now });
  strict = await startTestServer(archive.database, { env: { OPERATIONS: "registered" }, now: () => now });
  await register(SAME_QUESTION, BY_RISK, WHO, LEAVE, SIGN_IN);
});
afterAll(async () => {
  await strict.stop();
  await archive.close();
});

describe("a registered operation", () => {
  test.each([
    ["GraphQL over HTTP names it", { documentId: `sha256:${sha256(WHO)}` }],
    ["Apollo and urql name it", persistedQuery(WHO)],
    ["Relay names it", { doc_id: sha256(WHO) }],
    ["Apollo names it a second time, with its text", { ...persistedQuery(WHO), query: WHO }],
  ])("is answered by its id, as %s", async (_, body) => {
    const { data } = await archive.send("clerk", body);
    expect(data).toEqual({ viewer: { username: "clerk", role: "CLERK" } });
  });

  test("of several operations runs the one that is named", async () => {
    const body = { documentId: sha256(SAME_QUESTION), operationName: "SameQuestion", variables: { code: "SH-0003" } };
    expect((await archive.send("clerk", body)).data.customer.name).toEqual(expect.stringMatching(/./));
    const { errors } = await archive.send("clerk", { ...body, operationName: undefined });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  // One registered by one role is run by another.
  test("is decided anew for every role: byte for byte what the role gets for the text", async () => {
    const answers = new Set<string>();
    for (const role of namesOf(Role)) {
      const asked = { operationName: "SameQuestion", variables: { code: "SH-0003" } };
      const byId = await archive.send(role.toLowerCase(), { documentId: sha256(SAME_QUESTION), ...asked });
      const byText = await archive.send(role.toLowerCase(), { query: SAME_QUESTION, ...asked });
      expect(byId.text).toBe(byText.text);
      answers.add(byId.text);
    }
    expect(answers.size).toBeGreaterThan(4);
  });

  test("that orders by what a role may not read is refused to that role, whoever ran it before", async () => {
    expect(outcome(await archive.send("analyst", { documentId: sha256(BY_RISK) })).status).toBe(200);
    const { status, code } = outcome(await archive.send("clerk", { documentId: sha256(BY_RISK) }));
    expect({ status, code }).toEqual({ status: 403, code: "FORBIDDEN" });
  });

  test("shows nobody more for not having signed in", async () => {
    const asked = { operationName: "SameQuestion", variables: { code: "SH-0003" } };
    const answer = await archive.send(null, { documentId: sha256(SAME_QUESTION), ...asked });
    expect(outcome(answer)).toEqual({ status: 401, data: undefined, code: "UNAUTHENTICATED" });
  });

  test("can be asked for by GET when it is a query, and is not to be kept on the way", async () => {
    const headers = { ...(await archive.bearer("clerk")), "apollo-require-preflight": "1" };
    const get = (search: Record<string, string>): Promise<Response> =>
      fetch(`${archive.url}/graphql?${new URLSearchParams(search)}`, { headers });
    const named = [
      ["documentId", `sha256:${sha256(WHO)}`],
      ["extensions", JSON.stringify(persistedQuery(WHO).extensions)],
    ] as const;
    for (const [name, value] of named) {
      const response = await get({ [name]: value });
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.json()).toEqual({ data: { viewer: { username: "clerk", role: "CLERK" } } });
    }
    expect((await get({ documentId: sha256(LEAVE) })).status).toBe(405);
    expect((await archive.send("clerk", { documentId: sha256(WHO) })).status).toBe(200);
  });

  test("that was registered elsewhere is found, and one that was removed stops, within seconds", async () => {
    const late = "query Late { viewer { role } }";
    const byId = { documentId: sha256(late) };
    expect(outcome(await archive.send("clerk", byId)).code).toBe("PERSISTED_QUERY_NOT_FOUND");
    await register(late);
    now = new Date(now.getTime() + A_FEW_SECONDS);
    expect((await archive.send("clerk", byId)).data.viewer.role).toBe("CLERK");
    expect((await askStrict("clerk", byId)).data.viewer.role).toBe("CLERK");
    await removeOperations(archive.database, ["Late"]);
    now = new Date(now.getTime() + A_FEW_SECONDS);
    expect(outcome(await archive.send("clerk", byId)).code).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect(outcome(await askStrict("clerk", byId)).code).toBe("FORBIDDEN");
  });
});

describe("where any operation is answered", () => {
  test("an unknown id asks Apollo's clients for the text, which is run and not kept", async () => {
    const text = "query Unregistered { viewer { role } }";
    const unknown = await archive.send("clerk", persistedQuery(text));
    expect(unknown).toMatchObject({ status: 200, errors: [{ message: "PersistedQueryNotFound" }] });
    expect((await archive.send("clerk", { ...persistedQuery(text), query: text })).data.viewer.role).toBe("CLERK");
    now = new Date(now.getTime() + A_FEW_SECONDS);
    expect((await archive.send("clerk", persistedQuery(text))).errors).toEqual(unknown.errors);
  });

  test("a text its id does not stand for is refused", async () => {
    const answer = await archive.send("clerk", { ...persistedQuery(WHO), query: SIGN_IN });
    expect(outcome(answer).code).toBe("BAD_USER_INPUT");
  });
});

describe("where only registered operations are answered", () => {
  test("a registered one is: by its id, or word for word", async () => {
    for (const body of [{ documentId: sha256(WHO) }, { query: WHO }, { ...persistedQuery(WHO), query: WHO }])
      expect((await askStrict("clerk", body)).data).toEqual({ viewer: { username: "clerk", role: "CLERK" } });
    const input = { username: "clerk", password: SEEDED_PASSWORD };
    expect((await askStrict(null, { query: SIGN_IN, variables: { input } })).data.login.viewer.role).toBe("CLERK");
  });

  test("everything else gets one and the same answer, before anything of it is read", async () => {
    const refused = await Promise.all(
      [
        { query: "query Other { viewer { role } }" },
        { query: `${WHO} ` },
        { query: "{ __schema { types { name } } }" },
        { query: "{ this is no GraphQL" },
        { query: "{ customers { nope } }" },
        { documentId: "0".repeat(64) },
        { ...persistedQuery("query Other { viewer { role } }"), query: "query Other { viewer { role } }" },
        { documentId: sha256(WHO), query: SIGN_IN },
        { doc_id: "0".repeat(32) },
      ].map((body) => askStrict("admin", body)),
    );
    expect(new Set(refused.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(refused[0]).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: "FORBIDDEN", help: "Only registered operations are answered here." } }],
    });
  });

  test("nobody registers one by asking", async () => {
    const text = "query Sneaked { viewer { role } }";
    for (let times = 0; times < 2; times++) {
      expect((await askStrict("admin", { ...persistedQuery(text), query: text })).status).toBe(403);
      now = new Date(now.getTime() + A_FEW_SECONDS);
    }
  });
});
