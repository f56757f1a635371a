import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../permissions/oracle/policy.js";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
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
    const input = { ...NEWCOMER, username: "keyed", roles: ["CLERK"] };
    const under = { "idempotency-key": "k" };
    const first = await archive.ask("admin", CREATE, { input }, under);
    const again = await archive.ask("admin", CREATE, { input: { ...input, password: "another-password" } }, under);
    expect(again.text).toBe(first.text);
  });
});
