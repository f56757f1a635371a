import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { claimTask } from "../../src/commands/claim-task.js";
import { disableAccount } from "../../src/commands/disable-account.js";
import { account, session } from "../../src/db/tables/index.js";
import { commandContext, givenAccount, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

const AT = NOW.toISOString();
const as = (viewer: Viewer) => commandContext(ground.database, viewer);
const disable = (who: Viewer, by = ground.admin, version = 1) => disableAccount(as(by), { id: who.accountId, version });

const stored = async ({ accountId }: Viewer) => {
  const found = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(account).where(eq(account.id, accountId)),
  );
  return found[0];
};

describe("disabling an account", () => {
  test("puts what it holds back into the queue, and leaves what it handed in", async () => {
    const leaver = await ground.aVerifier();
    const held = { assigneeId: leaver.accountId };
    const claimed = await ground.given({}, held);
    const returned = await ground.given({}, { ...held, status: "RETURNED", claimedUntil: null });
    const submitted = await ground.given({}, { ...held, status: "SUBMITTED", claimedUntil: null });
    await disable(leaver);
    for (const { taskId } of [claimed, returned]) {
      expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null, version: 2 });
      expect(await ground.history(taskId)).toMatchObject([{ status: "OPEN", actorId: ground.admin.accountId }]);
    }
    expect(await ground.task(submitted.taskId)).toMatchObject({ status: "SUBMITTED", version: 1 });
    expect(await stored(leaver)).toMatchObject({ disabledAt: expect.stringContaining("2026-03-10"), version: 2 });
  });

  test("ends its sign-ins, and no other", async () => {
    const leaver = await ground.aVerifier();
    const signIn = { role: "VERIFIER", expiresAt: AT } as const;
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(session).values([
        { ...signIn, accountId: leaver.accountId },
        { ...signIn, accountId: ground.verifier.accountId },
      ]),
    );
    const { sessionIds } = await disable(leaver);
    const all = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) => orm.select().from(session));
    expect(all.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id)).toEqual(sessionIds);
    expect(sessionIds).toHaveLength(1);
  });

  test("keeps it from claiming anything more, even with a sign-in that is still open", async () => {
    const leaver = await ground.aVerifier();
    await disable(leaver);
    const { taskId } = await ground.given();
    await expectRefusal(() => claimTask(as(leaver), { id: taskId, version: 1 }), "FORBIDDEN");
  });

  test("from a stale version is refused, and changes nothing", async () => {
    const stays = await ground.aVerifier();
    const { taskId } = await ground.given({}, { assigneeId: stays.accountId });
    await expectRefusal(() => disable(stays, ground.admin, 2), "CONFLICT", "version");
    expect(await stored(stays)).toMatchObject({ disabledAt: null, version: 1 });
    expect((await ground.task(taskId)).status).toBe("CLAIMED");
  });

  test("is done once", async () => {
    const leaver = await ground.aVerifier();
    await disable(leaver);
    await expectRefusal(() => disable(leaver, ground.admin, 2), "INVALID_TRANSITION");
  });

  test("needs an account there is", async () => {
    const missing = { id: "00000000-0000-4000-8000-000000000000", version: 1 };
    await expectRefusal(() => disableAccount(as(ground.admin), missing), "NOT_FOUND", "id");
  });

  test("leaves one account that could do so: nobody is locked out", async () => {
    await expectRefusal(() => disable(ground.admin), "INVALID_TRANSITION");
    const second = await givenAccount(ground.database, { roles: ["ADMIN"] });
    await disable(ground.admin, second);
    await expectRefusal(() => disable(second, second), "INVALID_TRANSITION");
  });
});
