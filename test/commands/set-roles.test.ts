import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { createAccountAs } from "../../src/commands/create-account.js";
import { setRoles } from "../../src/commands/set-roles.js";
import { account, branch } from "../../src/db/tables/index.js";
import { commandContext, givenAccount } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

const asAdmin = () => commandContext(ground.database, ground.admin);

const stored = async (id: string) => {
  const found = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(account).where(eq(account.id, id)),
  );
  return found[0];
};

const aBranch = async (): Promise<string> => {
  const found = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) => orm.select().from(branch).limit(1));
  return found[0]?.code ?? "";
};

const NEW = { username: "new-colleague", displayName: "新同事", password: "a-long-password" };

describe("making an account", () => {
  test("keeps its roles, its branch and what the person is trained in, and its password as argon2id only", async () => {
    const qualifications = ["PHONE_CALL", "PHONE_CALL"] as const;
    const branchCode = await aBranch();
    const { accountId } = await createAccountAs(asAdmin(), { ...NEW, roles: ["VERIFIER"], branchCode, qualifications });
    expect(await stored(accountId)).toMatchObject({
      username: "new-colleague",
      roles: ["VERIFIER"],
      qualifications: ["PHONE_CALL"],
      demo: false,
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
    });
    await expectRefusal(() => createAccountAs(asAdmin(), { ...NEW, roles: ["ANALYST"] }), "CONFLICT", "username");
  });

  test.each([
    [{ roles: [] }, "roles"],
    [{ roles: ["AUDITOR", "CLERK"] }, "roles"],
    [{ username: "X" }, "username"],
    [{ password: "short" }, "password"],
  ] as const)("with %o is refused, and nothing is kept", async (change, field) => {
    const request = { ...NEW, username: "another-colleague", roles: ["ANALYST"], ...change } as const;
    await expectRefusal(() => createAccountAs(asAdmin(), request), "BAD_USER_INPUT", field);
  });

  test("for a branch that is not there is refused", async () => {
    const request = { ...NEW, username: "third-colleague", roles: ["CLERK"], branchCode: "NONE" } as const;
    await expectRefusal(() => createAccountAs(asAdmin(), request), "NOT_FOUND", "branchCode");
  });
});

describe("setting the roles of an account", () => {
  const set = (who: Viewer, roles: Viewer["roles"], version = 1) =>
    setRoles(asAdmin(), { id: who.accountId, version, roles });

  test("gives the role and takes the other; a stale version changes nothing", async () => {
    const someone = await ground.aVerifier();
    await set(someone, ["CLERK", "COLLECTOR", "CLERK"]);
    expect(await stored(someone.accountId)).toMatchObject({ roles: ["CLERK", "COLLECTOR"], version: 2 });
    await expectRefusal(() => set(someone, ["ADMIN"]), "CONFLICT", "version");
    await expectRefusal(() => set(someone, ["ADMIN", "CLERK"], 2), "BAD_USER_INPUT", "roles");
  });

  test("puts what only the lost role could work on back into the queue", async () => {
    const leaver = await ground.aVerifier();
    const { taskId } = await ground.given({}, { assigneeId: leaver.accountId });
    await set(leaver, ["CLERK"]);
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null });
  });

  test("gives no role of a branch to who has none, and no verifying to who is trained in nothing", async () => {
    const [office, clerk] = [
      await givenAccount(ground.database, { roles: ["REVIEWER"] }),
      await givenAccount(ground.database, { roles: ["CLERK"], branchId: ground.branchId }),
    ];
    await expectRefusal(() => set(office, ["REVIEWER", "COLLECTOR"]), "BAD_USER_INPUT", "roles");
    await expectRefusal(() => set(clerk, ["VERIFIER"]), "BAD_USER_INPUT", "qualifications");
    const trained = { id: clerk.accountId, version: 1, roles: ["VERIFIER"], qualifications: ["SITE_VISIT"] } as const;
    await setRoles(asAdmin(), trained);
    const untrained = { ...trained, version: 2, qualifications: [] };
    await expectRefusal(() => setRoles(asAdmin(), untrained), "BAD_USER_INPUT", "qualifications");
    expect(await stored(clerk.accountId)).toMatchObject({ roles: ["VERIFIER"], qualifications: ["SITE_VISIT"] });
  });

  test("leaves nobody without an account that administers others", async () => {
    await expectRefusal(() => set(ground.admin, ["CLERK"]), "INVALID_TRANSITION");
    expect(await stored(ground.admin.accountId)).toMatchObject({ roles: ["ADMIN"], version: 1 });
  });
});
