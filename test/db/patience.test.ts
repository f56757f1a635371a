import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { claimNextTask } from "../../src/commands/claim-next-task.js";
import type { Database } from "../../src/db/database.js";
import type { Lookup } from "../../src/db/encryption/ciphertext.js";
import { account, idempotency, verificationTask } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { VerificationMethod } from "../../src/domain/task.js";
import { openTestDatabase } from "../support/database.js";
import {
  commandContext,
  givenAccount,
  givenBranch,
  givenCustomer,
  givenRecord,
  givenTask,
  NOW,
} from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

/** The embedded database has one session: nobody waits for anybody. */
describe.runIf(inject("testRun"))("on PostgreSQL, whoever is served", () => {
  let database: Database;
  let verifier: Viewer;
  let taskId: string;
  beforeAll(async () => {
    database = await openTestDatabase({ patience: { statementSeconds: 2, lockSeconds: 1 } });
    const branchId = (await givenBranch(database)).id;
    const collector = await givenAccount(database, { roles: ["COLLECTOR"], branchId });
    verifier = await givenAccount(database, {
      roles: ["VERIFIER"],
      branchId,
      qualifications: namesOf(VerificationMethod),
    });
    const { id: customerId } = await givenCustomer(database, { branchId });
    const record = await givenRecord(database, "OPERATION", { customerId, collectedBy: collector.accountId });
    taskId = (await givenTask(database, record)).id;
  });
  afterAll(() => database.close());

  const sleep = (seconds: number, principal: Viewer | typeof SYSTEM, access: "READ" | "WRITE") =>
    database.withViewer(principal, access, ({ rows }) => rows("select pg_sleep($1::float8)", [seconds]));

  it.each(["READ", "WRITE"] as const)("waits for a statement no longer than that: %s", async (access) => {
    const began = performance.now();
    await expectRefusal(() => sleep(15, verifier, access), "UNAVAILABLE");
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("is answered by the same connections afterwards", async () => {
    for (let i = 0; i < 8; i++) await sleep(0, verifier, i % 2 ? "READ" : "WRITE");
  });

  it("chores take as long as they take", async () => {
    await sleep(2.5, SYSTEM, "READ");
    await sleep(2.5, SYSTEM, "WRITE");
  });

  it("waits for a lock no longer than that, and then nothing of the change is there", async () => {
    const once = { key: "k-1", request: "r" as Lookup };
    const claim = () => claimNextTask({ ...commandContext(database, verifier), once });
    await database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
      await orm.select().from(account).where(eq(account.id, verifier.accountId)).for("no key update");
      await expectRefusal(claim, "UNAVAILABLE");
    });
    const kept = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.$count(idempotency, eq(idempotency.accountId, verifier.accountId)),
    );
    expect(kept).toBe(0);
    expect(await claim()).toEqual({ taskId });
  });

  it("leaves nothing of what had been written before it waited", async () => {
    const other = await givenAccount(database, { roles: ["CLERK"] });
    const changing = (now: string) =>
      database.withViewer(verifier, "WRITE", async ({ orm }) => {
        await orm.update(verificationTask).set({ returnReason: now }).where(eq(verificationTask.id, taskId));
        await orm.execute(sql`select 1 from account where id = ${other.accountId} for no key update`);
      });
    await database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
      await orm.select().from(account).where(eq(account.id, other.accountId)).for("no key update");
      await expectRefusal(() => changing(NOW.toISOString()), "UNAVAILABLE");
    });
    const [task] = await database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(verificationTask).where(eq(verificationTask.id, taskId)),
    );
    expect(task?.returnReason).toBeNull();
  });
});
