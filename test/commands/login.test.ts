import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../src/auth/role.js";
import type { SignedIn } from "../../src/auth/signed-in.js";
import { ANONYMOUS, SYSTEM } from "../../src/auth/viewer.js";
import { changePassword } from "../../src/commands/change-password.js";
import type { Identity } from "../../src/commands/identity.js";
import { login } from "../../src/commands/login.js";
import { logout } from "../../src/commands/logout.js";
import { recognize } from "../../src/commands/recognize.js";
import { switchRole } from "../../src/commands/switch-role.js";
import type { Database } from "../../src/db/database.js";
import { account, branch, session } from "../../src/db/tables/index.js";
import { openTestDatabase } from "../support/database.js";
import { identityOn, makeAccount, PASSWORD } from "../support/identity.js";
import { refusalOf } from "../support/refusal.js";

const NOW = new Date("2026-06-30T08:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

let database: Database;
let identity: Identity;
beforeAll(async () => {
  database = await openTestDatabase();
  identity = await identityOn(database);
});
afterAll(() => database.close());

const signInAs = (username: string, role?: Role, password = PASSWORD) =>
  login(identity, { username, password, role }, { now: NOW, address: "127.0.0.1" });

const change = (username: string, values: Partial<typeof account.$inferInsert>) =>
  database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.update(account).set(values).where(eq(account.username, username)),
  );

const recognized = (on: Identity, authorization: string | undefined, now: Date) =>
  recognize(on, { authorization, actingRole: undefined }, now);
const ask = (token: string, now = NOW) => recognized(identity, `Bearer ${token}`, now);

/** What the owner of the account does while a password is being checked. */
const meanwhile = (work: () => Promise<unknown>): Identity => ({
  ...identity,
  database: {
    ...database,
    withViewer: async (principal, access, done, now) => {
      const answer = await database.withViewer(principal, access, done, now);
      // The first thing read of signing in and of changing a password is the account.
      await work();
      return answer;
    },
  },
});

const once = (work: () => Promise<unknown>) => {
  let isDone = false;
  return async () => {
    if (isDone) return;
    isDone = true;
    await work();
  };
};

describe("a password that is changed while it is being checked", () => {
  const NEW = "another good password";
  // From another address: of one address tries of an account wait for each other.
  const changedTo = (viewer: SignedIn, newPassword: string, by = identity, address = "127.0.0.2") =>
    changePassword(by, viewer, { currentPassword: PASSWORD, newPassword }, { now: NOW, address });

  test("signs nobody in any more", async () => {
    const username = await makeAccount(database);
    const { viewer } = await signInAs(username);
    const tried = await refusalOf(() =>
      login(
        meanwhile(once(() => changedTo(viewer, NEW))),
        { username, password: PASSWORD },
        { now: NOW, address: "127.0.0.1" },
      ),
    );
    expect(tried.code).toBe("UNAUTHENTICATED");
    const open = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.$count(session, and(eq(session.accountId, viewer.accountId), isNull(session.revokedAt))),
    );
    expect(open).toBe(1);
    expect((await signInAs(username, undefined, NEW)).viewer.username).toBe(username);
  });

  test("is not changed by the old one once more", async () => {
    const username = await makeAccount(database);
    const { viewer } = await signInAs(username);
    const late = meanwhile(once(() => changedTo(viewer, NEW)));
    expect((await refusalOf(() => changedTo(viewer, "the password of a thief", late, "127.0.0.1"))).code).toBe(
      "FORBIDDEN",
    );
    expect((await signInAs(username, undefined, NEW)).viewer.username).toBe(username);
  });
});

describe("signing in", () => {
  test("an account of one role acts in it", async () => {
    const { viewer, expiresAt } = await signInAs(await makeAccount(database, { roles: ["ANALYST"] }));
    expect(viewer).toMatchObject({ role: "ANALYST", roles: ["ANALYST"], branchId: null, branch: null });
    expect(expiresAt).toEqual(later(8 * 3_600_000));
  });

  test("an account of several has to name one, and is told which it may", async () => {
    const username = await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] });
    const refusal = await refusalOf(() => signInAs(username));
    expect(refusal.code).toBe("BAD_USER_INPUT");
    expect(refusal.message).toContain("CLERK, COLLECTOR");
    expect((await signInAs(username, "COLLECTOR")).viewer.role).toBe("COLLECTOR");
  });

  test("a role not held is refused", async () => {
    const username = await makeAccount(database);
    expect((await refusalOf(() => signInAs(username, "REVIEWER"))).code).toBe("FORBIDDEN");
  });

  test("the token is recognised as the same viewer, branch included", async () => {
    const home = { id: "01900000-0000-7000-8000-000000000001", code: "FZ", name: "福州分公司" };
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(branch).values(home));
    const { token, viewer } = await signInAs(await makeAccount(database, { branchId: home.id }));
    expect(viewer.branch).toEqual(home);
    expect(await ask(token)).toEqual(viewer);
  });
});

describe("a refused sign-in tells nothing:", () => {
  test("unknown user, wrong password and disabled account are the same refusal", async () => {
    const known = await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] });
    const disabled = await makeAccount(database, { disabledAt: NOW.toISOString() });
    const refusals = await Promise.all([
      refusalOf(() => signInAs("nobody")),
      refusalOf(() => signInAs("\u0000' or 1=1 --")),
      refusalOf(() => signInAs(known, undefined, "wrong-horse")),
      refusalOf(() => signInAs(known, "AUDITOR", "wrong-horse")),
      refusalOf(() => signInAs(disabled)),
    ]);
    const bytes = new Set(refusals.map(({ code, message, details }) => JSON.stringify({ code, message, details })));
    expect([...bytes]).toEqual([
      '{"code":"UNAUTHENTICATED","message":"The username or the password is wrong.","details":{}}',
    ]);
  });

  test("an unknown user takes as long as a wrong password", async () => {
    const known = await makeAccount(database);
    const times = { unknown: [] as number[], wrong: [] as number[] };
    const take = async (times: number[], username: string) => {
      const start = performance.now();
      await refusalOf(() => signInAs(username, undefined, "wrong-horse"));
      times.push(performance.now() - start);
    };
    // Interleaved, so that a busy machine slows both.
    for (let round = 0; round < 75; round++) {
      await take(times.unknown, "nobody");
      await take(times.wrong, known);
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[37] ?? 0;
    const ratio = median(times.unknown) / median(times.wrong);
    // Without the dummy hash it is below 0.2.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test("in production a demo account is as good as unknown, signed in before or not", async () => {
    const demo = await makeAccount(database, { demo: true });
    const { token } = await signInAs(demo);
    const production = await identityOn(database, true);
    const refusal = await refusalOf(() =>
      login(production, { username: demo, password: PASSWORD }, { now: NOW, address: "127.0.0.1" }),
    );
    expect(refusal.message).toBe("The username or the password is wrong.");
    expect((await refusalOf(() => recognized(production, `Bearer ${token}`, NOW))).code).toBe("UNAUTHENTICATED");
  });
});

describe("authority ends", () => {
  const endings = {
    "a disabled account": (username: string) => change(username, { disabledAt: NOW.toISOString() }),
    "a role taken away": (username: string) => change(username, { roles: ["COLLECTOR"] }),
    "a sign-in revoked elsewhere": () =>
      database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.update(session).set({ revokedAt: NOW.toISOString() })),
  };

  test.each(Object.entries(endings))("%s stops two seconds later at the latest", async (_, end) => {
    const username = await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] });
    const { token } = await signInAs(username, "CLERK");
    await ask(token, NOW);
    await end(username);
    expect((await refusalOf(() => ask(token, later(2_000)))).code).toBe("UNAUTHENTICATED");
  });

  test("a logout stops at once", async () => {
    const { token, viewer } = await signInAs(await makeAccount(database));
    await ask(token);
    await logout(identity, viewer, NOW);
    expect((await refusalOf(() => ask(token))).message).toContain("has ended");
  });

  test("the end of the token is the end of the sign-in", async () => {
    const { token, expiresAt } = await signInAs(await makeAccount(database));
    expect((await refusalOf(() => ask(token, expiresAt))).message).toContain("expired");
  });
});

describe("switching the role", () => {
  test("goes on in the other role; the token used so far stops, and the end stays where it was", async () => {
    const first = await signInAs(await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] }), "CLERK");
    await ask(first.token);
    const next = await switchRole(identity, first.viewer, "COLLECTOR", later(60_000));
    expect(await ask(next.token, later(60_000))).toMatchObject({ role: "COLLECTOR" });
    expect(next.expiresAt).toEqual(first.expiresAt);
    expect((await refusalOf(() => ask(first.token))).code).toBe("UNAUTHENTICATED");
  });

  test("is refused for a role not held, and changes nothing", async () => {
    const { token, viewer } = await signInAs(await makeAccount(database));
    expect((await refusalOf(() => switchRole(identity, viewer, "ADMIN", NOW))).code).toBe("FORBIDDEN");
    expect(await ask(token)).toMatchObject({ role: "CLERK" });
  });

  test("is refused to a sign-in that has ended meanwhile", async () => {
    const { viewer } = await signInAs(await makeAccount(database, { roles: ["CLERK", "COLLECTOR"] }), "CLERK");
    await logout(identity, viewer, NOW);
    expect((await refusalOf(() => switchRole(identity, viewer, "COLLECTOR", NOW))).code).toBe("UNAUTHENTICATED");
  });
});

describe("without a token", () => {
  test("one is nobody", async () => {
    expect(await recognized(identity, undefined, NOW)).toBe(ANONYMOUS);
  });

  test.each(["", "Bearer", "Basic YTpi", "token"])("but a header %j that is no token is refused", async (header) => {
    expect((await refusalOf(() => recognized(identity, header, NOW))).code).toBe("UNAUTHENTICATED");
  });
});
