import { afterAll, beforeAll, expect, it } from "vitest";
import { claimNextTask } from "../../src/commands/claim-next-task.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { VerificationMethod } from "../../src/domain/task.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenBranch, givenRecord, givenTask, NOW } from "../support/factory.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const given = async (collectedBy: string, minutes: number): Promise<string> => {
  const dueAt = new Date(NOW.getTime() + minutes * 60_000).toISOString();
  const record = await givenRecord(ground.database, "OPERATION", { customerId: ground.customerId, collectedBy });
  return (await givenTask(ground.database, record, { dueAt })).id;
};

it("the next task is found however far down the queue it is, and of those that may be taken the most urgent", async () => {
  const qualifications = namesOf(VerificationMethod);
  const about = { roles: ["VERIFIER" as const], branchId: ground.branchId, qualifications };
  const me = await givenAccount(ground.database, about);
  const next = () => claimNextTask(commandContext(ground.database, me));
  // More than are looked at together, of one priority and some of one time: none of them is for whoever collected their records.
  for (let i = 0; i < 45; i++) await given(me.accountId, Math.floor(i / 2));
  expect(await next()).toEqual({ taskId: null });
  const later = await given(ground.collector.accountId, 200);
  const sooner = await given(ground.collector.accountId, 100);
  expect([await next(), await next(), await next()]).toEqual([{ taskId: sooner }, { taskId: later }, { taskId: null }]);
});

it("whoever has no customers at all finds what is offered to all, behind what is not", async () => {
  const { id: branchId } = await givenBranch(ground.database);
  const about = { roles: ["VERIFIER" as const], branchId, qualifications: namesOf(VerificationMethod) };
  const me = await givenAccount(ground.database, about);
  const next = () => claimNextTask(commandContext(ground.database, me));
  // The only verifier of that branch collected the 45 above: those are offered.
  expect((await next()).taskId).not.toBeNull();
});
