import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { changePassword } from "../../src/commands/change-password.js";
import type { Identity } from "../../src/commands/identity.js";
import { issueToken } from "../../src/commands/issue-token.js";
import { type Credentials, login } from "../../src/commands/login.js";
import { resetAdminPassword } from "../../src/commands/reset-admin-password.js";
import { resetPassword } from "../../src/commands/reset-password.js";
import { switchRole } from "../../src/commands/switch-role.js";
import type { Database } from "../../src/db/database.js";
import { account, session } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { commandContext, givenAccount, NOW } from "../support/factory.js";
import { identityOn, makeAccount, PASSWORD } from "../support/identity.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

const ONE_TIME = "a one-time password";
const OWN = "a password of my own";
const HOUR = 3_600_000;

let database: Database;
let identity: Identity;
let admin: Viewer;
beforeAll(async () => {
  database = await openTestDatabase();
  identity = await identityOn(database);
  admin = await givenAccount(database, { roles: ["ADMIN"] });
});
afterAll(() => database.close());

const stored = async (username: string) => {
  const [row] = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(account).where(eq(account.username, username)),
  );
  if (row === undefined) throw new Error("there is no such account");
  return row;
};

const openSignIns = async (username: string): Promise<number> => {
  const { id } = await stored(username);
  return database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.$count(session, and(eq(session.accountId, id), isNull(session.revokedAt))),
  );
};

const reset = async (username: string, by = admin, more: object = {}) => {
  const { id, version } = await stored(username);
  return resetPassword(commandContext(database, by), { id, version, password: ONE_TIME, ...more });
};

const signIn = (username: string, credentials: Omit<Credentials, "username">, now = NOW, as = identity) =>
  login(as, { username, ...credentials }, { now, address: "127.0.0.1" });

/** What is done while a password is being checked: after the account was read, which is the first thing read. */
const meanwhile = (work: () => Promise<unknown>): Identity => {
  let reads = 0;
  const withViewer: Database["withViewer"] = async (principal, access, done, now) => {
    const answer = await database.withViewer(principal, access, done, now);
    if (access === "READ" && ++reads === 1) await work();
    return answer;
  };
  return { ...identity, database: { ...database, withViewer } };
};

describe("a password that is reset", () => {
  test("lets nobody in by the old one, and ends every sign-in and token", async () => {
    const username = await makeAccount(database, { roles: ["REPORTER"] });
    const { viewer } = await signIn(username, { password: PASSWORD });
    const expiresAt = new Date(NOW.getTime() + HOUR).toISOString();
    await issueToken(commandContext(database, admin), { accountId: viewer.accountId, name: "月报", expiresAt });
    expect(await openSignIns(username)).toBe(2);
    const { sessionIds } = await reset(username);
    expect(sessionIds).toHaveLength(2);
    expect(await openSignIns(username)).toBe(0);
    await expectRefusal(() => signIn(username, { password: PASSWORD }), "UNAUTHENTICATED");
  });

  test("signs in once, and only whoever chooses their own with it", async () => {
    const username = await makeAccount(database);
    await reset(username);
    await expectRefusal(() => signIn(username, { password: ONE_TIME }), "BAD_USER_INPUT", "newPassword");
    expect(await openSignIns(username)).toBe(0);
    const { viewer } = await signIn(username, { password: ONE_TIME, newPassword: OWN });
    expect(viewer.username).toBe(username);
    expect(await stored(username)).toMatchObject({ oneTimeUntil: null, version: 3 });
    await expectRefusal(() => signIn(username, { password: ONE_TIME, newPassword: OWN }), "UNAUTHENTICATED");
    expect((await signIn(username, { password: OWN })).viewer.username).toBe(username);
  });

  test.each([
    [ONE_TIME, "the same once more"],
    ["short", "one that is too short"],
    ["x".repeat(129), "one that is too long"],
  ])("is not followed by %s", async (newPassword) => {
    const username = await makeAccount(database);
    await reset(username);
    await expectRefusal(() => signIn(username, { password: ONE_TIME, newPassword }), "BAD_USER_INPUT", "newPassword");
    expect(await openSignIns(username)).toBe(0);
  });

  test("is good for 72 hours; then it is as wrong as any other", async () => {
    const username = await makeAccount(database);
    await reset(username);
    const given = { password: ONE_TIME, newPassword: OWN };
    const late = await refusalOf(() => signIn(username, given, new Date(NOW.getTime() + 72 * HOUR)));
    const wrong = await refusalOf(() => signIn(username, { password: "wrong-horse", newPassword: OWN }));
    expect([late.code, late.message, late.details]).toEqual([wrong.code, wrong.message, wrong.details]);
    expect((await signIn(username, given, new Date(NOW.getTime() + 72 * HOUR - 1))).viewer.username).toBe(username);
  });

  test("is asked for no new one before it was right", async () => {
    const username = await makeAccount(database);
    await reset(username);
    await expectRefusal(() => signIn(username, { password: "wrong-horse" }), "UNAUTHENTICATED");
  });

  test("can be reset again: only the last one holds", async () => {
    const username = await makeAccount(database);
    await reset(username);
    await reset(username, admin, { password: "another one-time password" });
    await expectRefusal(() => signIn(username, { password: ONE_TIME, newPassword: OWN }), "UNAUTHENTICATED");
  });

  test("of a disabled account leaves it disabled", async () => {
    const username = await makeAccount(database, { disabledAt: NOW.toISOString() });
    await reset(username);
    await expectRefusal(() => signIn(username, { password: ONE_TIME, newPassword: OWN }), "UNAUTHENTICATED");
  });

  test("of another administrator is reset like anybody's, of oneself by changePassword only", async () => {
    const colleague = await givenAccount(database, { roles: ["ADMIN"] });
    expect(await reset(colleague.username)).toMatchObject({ accountId: colleague.accountId });
    await expectRefusal(() => reset(admin.username), "FORBIDDEN", "id");
    expect(await stored(admin.username)).toMatchObject({ passwordHash: "none", version: 1 });
  });

  test("is not that of the account that stands for imports", async () => {
    await givenAccount(database, { roles: ["COLLECTOR"], username: "importer" });
    await expectRefusal(() => reset("importer"), "FORBIDDEN", "id");
  });

  test("is refused from a stale version, without an account, and when it is too short", async () => {
    const username = await makeAccount(database);
    await expectRefusal(() => reset(username, admin, { version: 2 }), "CONFLICT", "version");
    const nobody = { id: "00000000-0000-4000-8000-000000000000" };
    await expectRefusal(() => reset(username, admin, nobody), "NOT_FOUND", "id");
    await expectRefusal(() => reset(username, admin, { password: "short" }), "BAD_USER_INPUT", "password");
    expect((await signIn(username, { password: PASSWORD })).viewer.username).toBe(username);
  });
});

describe("while a password is being checked, a reset", () => {
  test("lets nobody in by the old one any more", async () => {
    const username = await makeAccount(database);
    const late = meanwhile(() => reset(username));
    await expectRefusal(() => signIn(username, { password: PASSWORD }, NOW, late), "UNAUTHENTICATED");
    expect(await openSignIns(username)).toBe(0);
  });

  test("is not undone by whoever changes the old one", async () => {
    const username = await makeAccount(database);
    const { viewer } = await signIn(username, { password: PASSWORD });
    const given = { currentPassword: PASSWORD, newPassword: "the password of a thief" };
    const late = meanwhile(() => reset(username));
    const arrival = { now: NOW, address: "127.0.0.1" };
    await expectRefusal(() => changePassword(late, viewer, given, arrival), "FORBIDDEN", "currentPassword");
    expect((await signIn(username, { password: ONE_TIME, newPassword: OWN })).viewer.username).toBe(username);
  });

  test("ends whoever goes on in another role", async () => {
    const username = await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] });
    const { viewer } = await signIn(username, { password: PASSWORD, role: "CLERK" });
    await reset(username);
    await expectRefusal(() => switchRole(identity, viewer, "COLLECTOR", NOW), "UNAUTHENTICATED");
  });

  test("and the one-time one by two at once: one of them comes in", async () => {
    const username = await makeAccount(database);
    await reset(username);
    const both = await Promise.allSettled(
      ["mine is the first", "mine is the second"].map((newPassword) =>
        signIn(username, { password: ONE_TIME, newPassword }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await openSignIns(username)).toBe(1);
  });
});

describe("a password of one's own", () => {
  test("is not changed by signing in", async () => {
    const username = await makeAccount(database);
    const given = { password: PASSWORD, newPassword: OWN };
    await expectRefusal(() => signIn(username, given), "BAD_USER_INPUT", "newPassword");
    expect((await signIn(username, { password: PASSWORD })).viewer.username).toBe(username);
  });
});

describe("the last way back, from the command line,", () => {
  const order = (username: string, password = ONE_TIME) => ({ username, password });

  test("is an administrator's: the only one comes in again, and everything that was signed in has ended", async () => {
    const username = await makeAccount(database, { roles: ["ADMIN"] });
    await signIn(username, { password: PASSWORD });
    await resetAdminPassword(database, order(username), NOW);
    expect(await openSignIns(username)).toBe(0);
    await expectRefusal(() => signIn(username, { password: PASSWORD }), "UNAUTHENTICATED");
    await expectRefusal(() => signIn(username, { password: ONE_TIME }), "BAD_USER_INPUT", "newPassword");
    expect((await signIn(username, { password: ONE_TIME, newPassword: OWN })).viewer.role).toBe("ADMIN");
  });

  test("is nobody else's, nor that of a disabled one, nor of nobody", async () => {
    const clerk = await makeAccount(database);
    await expectRefusal(() => resetAdminPassword(database, order(clerk), NOW), "FORBIDDEN");
    const disabled = await makeAccount(database, { roles: ["ADMIN"], disabledAt: NOW.toISOString() });
    await expectRefusal(() => resetAdminPassword(database, order(disabled), NOW), "INVALID_TRANSITION");
    await expectRefusal(() => resetAdminPassword(database, order("nobody"), NOW), "NOT_FOUND", "username");
    const root = await makeAccount(database, { roles: ["ADMIN"] });
    await expectRefusal(() => resetAdminPassword(database, order(root, "short"), NOW), "BAD_USER_INPUT", "password");
  });
});
