import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db/database.js";
import type { RunningServer } from "../../src/server.js";
import { openTestDatabase } from "../support/database.js";
import { startTestServer } from "../support/http-server.js";
import { makeAccount, PASSWORD } from "../support/identity.js";

const lines: string[] = [];
const log = pino(
  { base: null },
  new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk)) as never) }),
);

let database: Database;
let server: RunningServer;
let username: string;
beforeAll(async () => {
  database = await openTestDatabase();
  username = await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] });
  server = await startTestServer(database, {
    log,
    env: { MAX_BODY_BYTES: "2048", CORS_ORIGINS: "https://front.example" },
  });
});
beforeEach(() => void lines.splice(0));
afterAll(async () => {
  await server.stop();
  await database.close();
});

const send = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);

const post = (body: string, headers: Record<string, string> = {}) =>
  send("/graphql", { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

interface Answer {
  readonly data: { readonly [field: string]: { readonly [field: string]: unknown } | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  (await post(JSON.stringify({ query, variables }), headers)).json() as Promise<Answer>;

const errorOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message };
};

const LOGIN = "mutation In($input: LoginInput!) { login(input: $input) { token viewer { role } } }";
const signIn = async (role = "CLERK"): Promise<string> => {
  const { data } = await ask(LOGIN, { input: { username, password: PASSWORD, role } });
  return String(data?.login?.token);
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("what is no request is refused before anything runs:", () => {
  const query = JSON.stringify({ query: "{ viewer { id } }" });
  test.each<[string, string, number, string]>([
    ["malformed JSON", "{", 400, "BAD_USER_INPUT"],
    ["an empty body", "", 400, "BAD_USER_INPUT"],
    ["an array of requests", `[${query}]`, 400, "BAD_USER_INPUT"],
    ["no query", "{}", 400, "BAD_USER_INPUT"],
    ["variables that are text", '{"query":"{ viewer { id } }","variables":"{}"}', 400, "BAD_USER_INPUT"],
    ["a body over the limit", JSON.stringify({ query: `# ${"x".repeat(4096)}` }), 413, "LIMIT_EXCEEDED"],
  ])("%s", async (_, body, status, code) => {
    expect(await errorOf(await post(body))).toMatchObject({ status, code });
  });

  test.each<[string, string, RequestInit, number]>([
    ["another media type", "/graphql", { method: "POST", body: query, headers: { "content-type": "text/plain" } }, 415],
    [
      "another method",
      "/graphql",
      { method: "PUT", body: query, headers: { "content-type": "application/json" } },
      405,
    ],
    ["another address", "/graphiql", {}, 404],
    ["an address that is none", "/%ff%", {}, 400],
    ["an answer in a form not served", "/graphql?query={viewer{id}}", { headers: { accept: "image/png" } }, 406],
    ["a GET another site may have caused", "/graphql?query={viewer{id}}", {}, 400],
  ])("%s", async (_, path, init, status) => {
    expect((await errorOf(await send(path, init))).status).toBe(status);
  });
});

describe("who asks", () => {
  test("nobody is null, and whoever signed in is seen with branch, clearances and mutations", async () => {
    const query = "{ viewer { username role roles branch { code } clearances { grade level } allowedMutations } }";
    expect(await ask(query)).toEqual({ data: { viewer: null } });
    const token = await signIn();
    const { data } = await ask(query, {}, bearer(token));
    expect(data?.viewer).toMatchObject({ username, role: "CLERK", roles: ["CLERK", "COLLECTOR"], branch: null });
    expect(data?.viewer?.clearances).toContainEqual({ grade: "CONTACT", level: "TASK_BOUND" });
    expect(data?.viewer?.allowedMutations).toContain("collectContact");
  });

  test("a forged token is refused with 401, quoting nothing of it", async () => {
    const error = await errorOf(await post('{"query":"{ viewer { id } }"}', bearer("forged-token")));
    expect(error).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(error.message).not.toContain("forged");
  });

  test("signing in once a request is all: aliases try no second password", async () => {
    const attempt = (name: string) => `${name}: login(input: {username: "${username}", password: "wrong"}) { token }`;
    const { errors } = await ask(`mutation { ${attempt("a")} ${attempt("b")} }`);
    expect(JSON.stringify(errors)).not.toContain(PASSWORD);
    expect(errors?.length).toBeGreaterThan(0);
  });

  test("logout and switchRole need somebody signed in", async () => {
    expect((await ask("mutation { logout }")).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("after switching the role the token used so far stops", async () => {
    const token = await signIn();
    const query = "mutation { switchRole(input: { role: COLLECTOR }) { token viewer { role } } }";
    const next = await ask(query, {}, bearer(token));
    expect(next.data?.switchRole?.viewer).toEqual({ role: "COLLECTOR" });
    expect((await ask("{ viewer { id } }", {}, bearer(token))).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});

describe("changing one's password", () => {
  const CHANGE = "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { username } } }";
  const change = async (token: string, currentPassword: string, newPassword: string) =>
    ask(CHANGE, { input: { currentPassword, newPassword } }, bearer(token));

  test("takes the one used so far, tried once a request, and another one that is long enough", async () => {
    const token = await signIn();
    const codes = async (...given: [string, string]) => (await change(token, ...given)).errors?.[0]?.extensions.code;
    expect(await codes("not it", "another-password")).toBe("FORBIDDEN");
    expect(await codes(PASSWORD, "short")).toBe("BAD_USER_INPUT");
    expect(await codes(PASSWORD, PASSWORD)).toBe("BAD_USER_INPUT");
    const twice = `mutation { a: changePassword(input: {currentPassword: "x", newPassword: "y"}) { viewer { id } }
      b: changePassword(input: {currentPassword: "x", newPassword: "y"}) { viewer { id } } }`;
    const both = await ask(twice, {}, bearer(token));
    expect(both.errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
  });

  test("ends every other sign-in, and the old password with them", async () => {
    const [mine, other] = [await signIn(), await signIn()];
    expect((await change(mine, PASSWORD, "another-password")).data?.changePassword?.viewer).toEqual({ username });
    const who = async (token: string) => (await ask("{ viewer { username } }", {}, bearer(token))).data?.viewer;
    await expect.poll(() => who(other), { timeout: 5000 }).toBeUndefined();
    expect(await who(mine)).toEqual({ username });
    const again = await change(mine, "another-password", PASSWORD);
    expect(again.errors).toBeUndefined();
  });
});

describe("the form of the answer", () => {
  const failing = '{"query":"{ nothing }"}';

  test("what GraphQL refuses is 200 in plain JSON and 400 in its own media type", async () => {
    expect((await post(failing)).status).toBe(200);
    expect((await post(failing, { accept: "application/graphql-response+json" })).status).toBe(400);
  });

  test("a request id is kept when sane, made when not, and always sent back", async () => {
    const sent = await post(failing, { "x-request-id": "front-42" });
    expect(sent.headers.get("x-request-id")).toBe("front-42");
    const made = await post(failing, { "x-request-id": "bad id\t{}" });
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("only a configured front end may read answers across origins", async () => {
    const allowed = async (origin: string) =>
      (await post(failing, { origin })).headers.get("access-control-allow-origin");
    expect(await allowed("https://front.example")).toBe("https://front.example");
    expect(await allowed("https://elsewhere.example")).toBeNull();
  });

  test("a configured front end may read what an answer says beside its body", async () => {
    const { headers } = await post(failing, { origin: "https://front.example" });
    expect(headers.get("access-control-expose-headers")?.split(/, */)).toEqual([
      "x-request-id",
      "content-disposition",
      "location",
      "x-suppressed-groups",
    ]);
  });

  test.each([
    "authorization, content-type, idempotency-key, x-acting-role, x-disclosure, x-purpose, x-request-id",
    "apollographql-client-name, apollographql-client-version, content-type",
    "apollo-require-preflight",
  ])("a configured front end may ask with %s", async (headers) => {
    const preflight = await send("/graphql", {
      method: "OPTIONS",
      headers: {
        origin: "https://front.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": headers,
      },
    });
    const allowed = preflight.headers.get("access-control-allow-headers")?.split(/, */) ?? [];
    expect(allowed).toEqual(expect.arrayContaining(headers.split(", ")));
  });

  test("no answer may be sniffed or framed", async () => {
    const { headers } = await post(failing);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});

describe("the log", () => {
  const entry = () => JSON.parse(lines.find((line) => line.includes('"path"')) ?? "{}");

  test("has one line per request: who, what, how it ended, how long it took", async () => {
    const token = await signIn();
    lines.splice(0);
    const body = JSON.stringify({ query: "query Me { viewer { id } }", operationName: "Me" });
    await post(body, { ...bearer(token), "x-request-id": "r-1" });
    await expect.poll(() => lines).toHaveLength(1);
    const { account, ms, time, ...rest } = entry();
    expect(rest).toEqual({
      level: 30,
      requestId: "r-1",
      method: "POST",
      path: "/graphql",
      status: 200,
      operation: "Me",
      role: "CLERK",
    });
    expect([account, ms, time]).toEqual([expect.any(String), expect.any(Number), expect.anything()]);
  });

  test("never has passwords, tokens, variables or query text", async () => {
    const token = await signIn();
    await ask("query { viewer { secretText: id } }", { canary: "variable-value" }, bearer(token));
    await send("/graphql?query={viewer{getText:id}}", { headers: { "apollo-require-preflight": "1" } });
    await post(JSON.stringify({ query: "{ viewer { id } }", operationName: "not a name: canary-value" }));
    await expect.poll(() => lines).toHaveLength(4);
    const all = lines.join("");
    for (const secret of [PASSWORD, token, "variable-value", "secretText", "getText", "canary-value"]) {
      expect(all).not.toContain(secret);
    }
  });
});
