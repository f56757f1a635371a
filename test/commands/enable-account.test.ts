import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { disableAccount } from "../../src/commands/disable-account.js";
import { enableAccount } from "../../src/commands/enable-account.js";
import type { Identity } from "../../src/commands/identity.js";
import { issueToken } from "../../src/commands/issue-token.js";
import { login } from "../../src/commands/login.js";
import { recognize } from "../../src/commands/recognize.js";
import { account, session } from "../../src/db/tables/index.js";
import { commandContext, givenAccount, NOW } from "../support/factory.js";
import { identityOn, makeAccount, PASSWORD } from "../support/identity.js";
import { expectRefusal } from "../support/refusal.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
let identity: Identity;
beforeAll(async () => {
  ground = await openTaskGround();
  identity = await identityOn(ground.database);
});
afterAll(() => ground.database.close());

const as = (viewer: Viewer) => commandContext(ground.database, viewer);
const disable = (id: string, version = 1) => disableAccount(as(ground.admin), { id, version });
const enable = (id: string, version = 2, by = ground.admin) => enableAccount(as(by), { id, version });

const stored = async (where: ReturnType<typeof eq>) => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) => orm.select().from(account).where(where));
  if (row === undefined) throw new Error("there is no such account");
  return row;
};

const ARRIVAL = { now: NOW, address: "127.0.0.1" };
const signIn = (username: string, on = identity) => login(on, { username, password: PASSWORD }, ARRIVAL);
const laterThanKept = new Date(NOW.getTime() + 2_000);
const stands = (token: string) =>
  recognize(identity, { authorization: `Bearer ${token}`, actingRole: undefined }, laterThanKept);

describe("enabling an account again", () => {
  test("lets its person sign in, in the roles they had", async () => {
    const username = await makeAccount(ground.database, { roles: ["CLERK"] });
    const { id } = await stored(eq(account.username, username));
    await disable(id);
    await expectRefusal(() => signIn(username), "UNAUTHENTICATED");
    await enable(id);
    expect((await signIn(username)).viewer.roles).toEqual(["CLERK"]);
    expect(await stored(eq(account.id, id))).toMatchObject({ disabledAt: null, version: 3 });
  });

  test("brings back no sign-in and no token", async () => {
    const username = await makeAccount(ground.database, { roles: ["REPORTER"] });
    const { token, viewer } = await signIn(username);
    const expiresAt = new Date(NOW.getTime() + 3_600_000).toISOString();
    await issueToken(as(ground.admin), { accountId: viewer.accountId, name: "月报", expiresAt });
    await disable(viewer.accountId);
    await enable(viewer.accountId);
    await expectRefusal(() => stands(token), "UNAUTHENTICATED");
    const all = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(session).where(eq(session.accountId, viewer.accountId)),
    );
    expect(all.map(({ revokedAt }) => revokedAt === null)).toEqual([false, false]);
  });

  test("nor a sign-in that was on its way in when the account was disabled", async () => {
    const username = await makeAccount(ground.database);
    const { id } = await stored(eq(account.username, username));
    const withViewer: typeof ground.database.withViewer = async (principal, access, done, now) => {
      const answer = await ground.database.withViewer(principal, access, done, now);
      if (access === "READ") await disable(id);
      return answer;
    };
    const late = { ...identity, database: { ...ground.database, withViewer } };
    await expectRefusal(() => signIn(username, late), "UNAUTHENTICATED");
    // Had one been written all the same, it would end here.
    const began = { accountId: id, role: "CLERK", expiresAt: laterThanKept.toISOString() } as const;
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(session).values(began));
    expect((await enable(id)).sessionIds).toHaveLength(1);
  });

  test("leaves in the queue what went back into it", async () => {
    const leaver = await ground.aVerifier();
    const { taskId } = await ground.given({}, { assigneeId: leaver.accountId });
    await disable(leaver.accountId);
    await enable(leaver.accountId);
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null });
  });

  test("is for accounts that are disabled", async () => {
    const stays = await ground.aVerifier();
    await expectRefusal(() => enable(stays.accountId, 1), "INVALID_TRANSITION");
  });

  test("from a stale version is refused, and changes nothing", async () => {
    const leaver = await ground.aVerifier();
    await disable(leaver.accountId);
    await expectRefusal(() => enable(leaver.accountId, 1), "CONFLICT", "version");
    expect((await stored(eq(account.id, leaver.accountId))).disabledAt).not.toBeNull();
  });

  test("needs an account there is", async () => {
    await expectRefusal(() => enable("00000000-0000-4000-8000-000000000000"), "NOT_FOUND", "id");
  });

  test("is done by somebody else: whoever was disabled a moment ago does not undo it", async () => {
    const colleague = await givenAccount(ground.database, { roles: ["ADMIN"] });
    await disable(colleague.accountId);
    await expectRefusal(() => enable(colleague.accountId, 2, colleague), "FORBIDDEN", "id");
    expect(await enable(colleague.accountId)).toMatchObject({ accountId: colleague.accountId });
  });

  test("is not for the account that stands for imports, as which nobody signs in", async () => {
    const importer = await givenAccount(ground.database, {
      roles: ["COLLECTOR"],
      username: "importer",
      disabledAt: NOW.toISOString(),
    });
    await expectRefusal(() => enable(importer.accountId, 1), "FORBIDDEN", "id");
  });
});
