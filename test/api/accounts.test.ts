import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../permissions/oracle/policy.js";
import { type Archive, openArchive } from "../support/archive.js";
import { documented } from "../support/documented.js";
import { SEEDED_AT } from "../support/seed.js";

let now = SEEDED_AT;
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ now: () => now });
});
afterAll(() => archive.close());

const FIELDS = "id username displayName roles qualifications disabledAt createdAt version branch { code }";
const ACCOUNTS = `query ($first: Int, $after: String) { accounts(first: $first, after: $after) { totalCount
  nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;
const CREATE = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { ${FIELDS} } } }`;
const ROLES_OF = `mutation ($input: SetRolesInput!) { setRoles(input: $input) { account { ${FIELDS} } } }`;
const LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { token viewer { role } } }";

const NEWCOMER = { username: "newcomer", displayName: "新同事", password: "a-long-password" };

const signIn = (role?: string) =>
  archive.ask(null, LOGIN, { input: { username: NEWCOMER.username, password: NEWCOMER.password, role } });

describe("accounts", () => {
  test("are listed to an administrator, page by page and by username, with the version a change names", async () => {
    const first = (await archive.ask("admin", ACCOUNTS, { first: 5 })).data.accounts;
    const { endCursor } = first.pageInfo;
    const rest = (await archive.ask("admin", ACCOUNTS, { first: 100, after: endCursor })).data.accounts;
    const all = [...first.nodes, ...rest.nodes];
    expect(all).toHaveLength(first.totalCount);
    const names = all.map(({ username }) => username);
    expect(new Set(names)).toContain("verifier2");
    expect(new Set(names).size).toBe(names.length);
    expect(all.find(({ username }) => username === "verifier")).toMatchObject({
      roles: ["VERIFIER"],
      disabledAt: null,
      version: 1,
      branch: { code: "SH" },
    });
    expect(JSON.stringify(all)).not.toMatch(/argon2|password/i);
  });

  test.each(ROLES.filter((role) => role !== "ADMIN"))("are nobody else's to list: not a %s's", async (role) => {
    const answer = await archive.ask(role.toLowerCase(), ACCOUNTS);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", coordinate: "Query.accounts" });
    expect(answer.data ?? null).toBeNull();
  });

  test("are reached by no id: what a node of that id tells is a person", async () => {
    const [{ id }] = (await archive.ask("admin", ACCOUNTS, { first: 1 })).data.accounts.nodes;
    const { data } = await archive.ask("reviewer", "query ($id: ID!) { node(id: $id) { __typename id } }", { id });
    expect(data.node).toEqual({ __typename: "Person", id });
  });

  test("made by an administrator can sign in at once, in the roles given, and in no role that was taken", async () => {
    const input = { ...NEWCOMER, roles: ["CLERK", "COLLECTOR"], branchCode: "SH" };
    const { data } = await archive.ask("admin", CREATE, { input });
    const { id, version } = data.createAccount.account;
    expect((await signIn("CLERK")).data.login.viewer).toEqual({ role: "CLERK" });
    const changed = await archive.ask("admin", ROLES_OF, { input: { id, version, roles: ["COLLECTOR"] } });
    expect(changed.data.setRoles.account).toMatchObject({ roles: ["COLLECTOR"], version: version + 1 });
    expect((await signIn("CLERK")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await signIn()).data.login.viewer).toEqual({ role: "COLLECTOR" });
  });

  test("leave no trace of a password under an idempotency key: another one under the same key is the same request", async () => {
    const input = { ...NEWCOMER, username: "keyed", roles: ["ANALYST"] };
    const under = { "idempotency-key": "k" };
    const first = await archive.ask("admin", CREATE, { input }, under);
    const again = await archive.ask("admin", CREATE, { input: { ...input, password: "another-password" } }, under);
    expect(again.text).toBe(first.text);
  });
});

describe("a way back into an account", () => {
  const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { account { ${FIELDS} oneTimeUntil } } }`;
  const DISABLE = `mutation ($input: DisableAccountInput!) { disableAccount(input: $input) { account { ${FIELDS} } } }`;
  const ENABLE = `mutation ($input: EnableAccountInput!) { enableAccount(input: $input) { account { ${FIELDS} } } }`;
  const VIEWER = "{ viewer { username role } }";
  const ONE_TIME = "a-one-time-password";
  const OWN = "a-password-of-my-own";

  const make = async (username: string, roles = ["CLERK"]) => {
    const input = { ...NEWCOMER, username, roles, branchCode: "SH" };
    return (await archive.ask("admin", CREATE, { input })).data.createAccount.account;
  };
  const enter = (username: string, password: string, newPassword?: string) =>
    archive.ask(null, LOGIN, { input: { username, password, newPassword } });
  const as = (token: string) => archive.ask(null, VIEWER, {}, { authorization: `Bearer ${token}` });
  const code = ({ errors }: Awaited<ReturnType<Archive["ask"]>>) => errors?.[0]?.extensions.code;

  test("is a one-time password: everything signed in ends at once, and its person chooses another", async () => {
    const { id, version } = await make("forgetful");
    const { token } = (await enter("forgetful", NEWCOMER.password)).data.login;
    expect((await as(token)).data.viewer).toEqual({ username: "forgetful", role: "CLERK" });
    const reset = await archive.ask("admin", RESET, { input: { id, version, password: ONE_TIME } });
    expect(reset.data.resetPassword.account).toMatchObject({
      version: version + 1,
      oneTimeUntil: expect.stringContaining("2026-07-03"),
    });
    expect(reset.text).not.toContain(ONE_TIME);
    expect(code(await as(token))).toBe("UNAUTHENTICATED");
    expect(code(await enter("forgetful", NEWCOMER.password))).toBe("UNAUTHENTICATED");
    // Once more, in the words of the README.
    expect((await archive.ask("admin", documented("LetBackIn"), { id, version: version + 1 })).errors).toBeUndefined();
    const asked = await enter("forgetful", ONE_TIME);
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "newPassword" });
    expect((await enter("forgetful", ONE_TIME, OWN)).data.login.viewer).toEqual({ role: "CLERK" });
    expect((await enter("forgetful", OWN)).errors).toBeUndefined();
  });

  test("after it was disabled is to enable it: it signs in again, and what had ended stays so", async () => {
    const { id, version } = await make("returned");
    const { token } = (await enter("returned", NEWCOMER.password)).data.login;
    await archive.ask("admin", DISABLE, { input: { id, version } });
    expect(code(await enter("returned", NEWCOMER.password))).toBe("UNAUTHENTICATED");
    const enabled = await archive.ask("admin", ENABLE, { input: { id, version: version + 1 } });
    expect(enabled.data.enableAccount.account).toMatchObject({ disabledAt: null, version: version + 2 });
    expect((await enter("returned", NEWCOMER.password)).data.login.viewer).toEqual({ role: "CLERK" });
    expect(code(await as(token))).toBe("UNAUTHENTICATED");
  });

  test("leaves no trace of the password under an idempotency key, and is gone once", async () => {
    const { id, version } = await make("keyed-again");
    const under = { "idempotency-key": "reset" };
    const ask = (password: string) => archive.ask("admin", RESET, { input: { id, version, password } }, under);
    const first = await ask(ONE_TIME);
    expect(first.errors).toBeUndefined();
    expect((await ask("another-password")).text).toBe(first.text);
    expect((await enter("keyed-again", ONE_TIME, OWN)).errors).toBeUndefined();
  });

  test("is not one's own to open", async () => {
    const { nodes } = (await archive.ask("admin", ACCOUNTS, { first: 100 })).data.accounts;
    const { id, version } = nodes.find(({ username }: { username: string }) => username === "admin");
    for (const [query, input] of [
      [RESET, { id, version, password: ONE_TIME }],
      [ENABLE, { id, version }],
    ] as const) {
      const { errors } = await archive.ask("admin", query, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", field: "id" });
    }
    expect((await archive.ask("admin", VIEWER)).data.viewer.username).toBe("admin");
  });

  test.each(ROLES.filter((role) => role !== "ADMIN"))(
    "is not a %s's to open, nor whether one waits to be told",
    async (role) => {
      const { nodes } = (await archive.ask("admin", ACCOUNTS, { first: 100 })).data.accounts;
      const { id, version } = nodes.find(({ username }: { username: string }) => username === "analyst");
      const username = role.toLowerCase();
      for (const [coordinate, query, input] of [
        ["Mutation.resetPassword", RESET, { id, version, password: ONE_TIME }],
        ["Mutation.enableAccount", ENABLE, { id, version }],
      ] as const) {
        const { errors } = await archive.ask(username, query, { input });
        expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", coordinate });
      }
      expect((await archive.ask("analyst", VIEWER)).data.viewer.username).toBe("analyst");
    },
  );
});

describe("tokens of reporting tools", () => {
  const ISSUE = "mutation ($input: IssueTokenInput!) { issueToken(input: $input) { token id } }";
  const REVOKE =
    "mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { account { username tokens { id name revokedAt } } } }";
  const TOKENS = "{ accounts(first: 100) { nodes { id username tokens { id name createdAt expiresAt revokedAt } } } }";
  const IN_A_MONTH = new Date(SEEDED_AT.getTime() + 30 * 86_400_000).toISOString();

  const idOf = async (username: string): Promise<string> => {
    const { nodes } = (await archive.ask("admin", TOKENS)).data.accounts;
    return nodes.find((each: { username: string }) => each.username === username).id;
  };
  const issue = async (more: object = {}, username = "reporter") =>
    archive.ask("admin", ISSUE, {
      input: { accountId: await idOf(username), name: "月报", expiresAt: IN_A_MONTH, ...more },
    });
  const who = (token: string) =>
    archive.ask(null, "{ viewer { username role } }", {}, { authorization: `Bearer ${token}` });

  test("let it in without a password, in its own role, until they are revoked", async () => {
    const { token, id } = (await issue()).data.issueToken;
    expect((await who(token)).data.viewer).toEqual({ username: "reporter", role: "REPORTER" });
    const { account } = (await archive.ask("admin", REVOKE, { input: { id } })).data.revokeToken;
    expect(account).toEqual({ username: "reporter", tokens: [{ id, name: "月报", revokedAt: expect.any(String) }] });
    expect((await who(token)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    const again = await archive.ask("admin", REVOKE, { input: { id } });
    expect(again.errors?.[0]?.extensions.code).toBe("INVALID_TRANSITION");
  });

  test("cannot be gone on from under no name, which nobody could revoke", async () => {
    const { token, id } = (await issue({ name: "年报" })).data.issueToken;
    const authorization = `Bearer ${token}`;
    const query = "mutation { switchRole(input: { role: REPORTER }) { token } }";
    const { errors } = await archive.ask(null, query, {}, { authorization });
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await who(token)).errors).toBeUndefined();
    await archive.ask("admin", REVOKE, { input: { id } });
    expect((await who(token)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("stop when their time is over", async () => {
    const { token } = (await issue({ expiresAt: new Date(SEEDED_AT.getTime() + 60_000).toISOString() })).data
      .issueToken;
    expect((await who(token)).errors).toBeUndefined();
    now = new Date(SEEDED_AT.getTime() + 61_000);
    expect((await who(token)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    now = SEEDED_AT;
  });

  test("are listed with what they are for, and without the secret", async () => {
    const { token } = (await issue({ name: "季报" })).data.issueToken;
    const listed = await archive.ask("admin", TOKENS);
    expect(listed.text).toContain("季报");
    expect(listed.text).not.toContain(token);
    const { nodes } = listed.data.accounts;
    expect(nodes.find((each: { username: string }) => each.username === "clerk").tokens).toEqual([]);
  });

  test("issued under a key are issued once: asked again it is the same token", async () => {
    const input = { accountId: await idOf("reporter"), name: "一次", expiresAt: IN_A_MONTH };
    const ask = () => archive.ask("admin", ISSUE, { input }, { "idempotency-key": "token" });
    expect((await ask()).text).toBe((await ask()).text);
  });

  test.each([
    [{ name: " " }, "name"],
    [{ expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt"],
    [{ expiresAt: "2036-01-01T00:00:00Z" }, "expiresAt"],
  ])("with %o are refused", async (more, field) => {
    expect((await issue(more)).errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  test("are for reporting tools alone", async () => {
    const answer = await issue({}, "clerk");
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "accountId" });
  });

  test("end nobody's sign-in: the id of one is the id of no token", async () => {
    const answer = await archive.ask("admin", REVOKE, { input: { id: "00c9f366-d6b5-74d9-803c-f53d56f528dd" } });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test.each(ROLES.filter((role) => role !== "ADMIN"))("are not a %s's to issue or revoke", async (role) => {
    const input = { accountId: await idOf("reporter"), name: "x", expiresAt: IN_A_MONTH };
    for (const answer of [
      await archive.ask(role.toLowerCase(), ISSUE, { input }),
      await archive.ask(role.toLowerCase(), REVOKE, { input: { id: "x" } }),
    ])
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});
