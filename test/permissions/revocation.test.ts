import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../src/auth/password.js";
import type { Role } from "../../src/auth/role.js";
import { SYSTEM } from "../../src/auth/viewer.js";
import { account } from "../../src/db/tables/index.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT, SEEDED_PASSWORD } from "../support/seed.js";

/** How long a sign-in may be taken from memory. */
const A_FEW_SECONDS = 3_000;

let now = SEEDED_AT;
let archive: Archive;
let username: string;
beforeAll(async () => {
  archive = await openArchive({ now: () => now });
});
afterAll(() => archive.close());

const run = (text: string, values: readonly unknown[] = []) =>
  archive.database.withViewer(SYSTEM, "WRITE", ({ rows }) => rows<{ id: string }>(text, values));

const branch = async (code: string): Promise<string> =>
  (await run("select id from branch where code = $1", [code]))[0]?.id ?? "";

let made = 0;
const makeAccount = async (roles: Role[], branchId: string | null): Promise<string> => {
  const facts = { username: `person-${++made}`, displayName: "A person", roles, branchId };
  const passwordHash = await hashPassword(SEEDED_PASSWORD);
  await archive.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.insert(account).values({ ...facts, passwordHash }),
  );
  return facts.username;
};

beforeEach(async () => {
  username = await makeAccount(["CLERK"], await branch("SH"));
});

const LIST = "{ customers(first: 100) { totalCount nodes { code branch { code } } } }";

const ask = () => archive.ask(username, LIST);

describe("what is taken away", () => {
  test.each([
    ["a role", "update account set roles = '{COLLECTOR}' where username = $1"],
    ["the account", "update account set disabled_at = now() where username = $1"],
    [
      "the sign-in",
      "update session set revoked_at = now() where account_id = (select id from account where username = $1)",
    ],
  ])("%s stops the next operation", async (_, statement) => {
    expect((await ask()).status).toBe(200);
    await run(statement, [username]);
    now = new Date(now.getTime() + A_FEW_SECONDS);
    const { status, data, errors } = await ask();
    expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
      status: 401,
      data: undefined,
      code: "UNAUTHENTICATED",
    });
  });

  test("a branch goes with all its rows, and the next one comes with its own", async () => {
    const branches = async () => [
      ...new Set((await ask()).data.customers.nodes.map((node: { branch: { code: string } }) => node.branch.code)),
    ];
    expect(await branches()).toEqual(["SH"]);
    await run("update account set branch_id = $2 where username = $1", [username, await branch("BJ")]);
    now = new Date(now.getTime() + A_FEW_SECONDS);
    expect(await branches()).toEqual(["BJ"]);
  });
});

describe("who works for no branch", () => {
  test("sees nobody's customers, and takes none from those who do", async () => {
    const query = "{ customers(first: 7) { totalCount nodes { name } } }";
    const nowhere = await makeAccount(["CLERK"], null);
    expect((await archive.ask(nowhere, query)).data.customers).toEqual({ totalCount: 0, nodes: [] });
    // The statement of the one is not the other's, though the role and the document are.
    expect((await archive.ask(username, query)).data.customers.nodes).toHaveLength(7);
    expect((await archive.ask(nowhere, query)).data.customers.totalCount).toBe(0);
  });

  test("is told nothing by a report, as everybody is about too few", async () => {
    const query =
      "{ archiveStatistics(input: { groupBy: [KIND], measures: [CUSTOMERS] }) { groups { hidden } suppressedGroups } }";
    const nowhere = await makeAccount(["CLERK"], null);
    expect((await archive.ask(nowhere, query)).data.archiveStatistics).toEqual({ groups: [], suppressedGroups: 1 });
    const records = query.replace("KIND", "CATEGORY").replace("CUSTOMERS", "RECORDS");
    expect((await archive.ask(nowhere, records)).data.archiveStatistics).toEqual({ groups: [], suppressedGroups: 1 });
  });

  test("registers nobody", async () => {
    const nowhere = await makeAccount(["COLLECTOR"], null);
    const document =
      'mutation { registerCustomer(input: { name: "A", kind: OTHER, importance: C }) { customer { id } } }';
    const { errors } = await archive.ask(nowhere, document);
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});
