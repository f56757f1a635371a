import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givenRecord, givenTask } from "../support/factory.js";
import { asOwner } from "../support/owner.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

const migrate = async (): Promise<void> => {
  const file = new URL("../../drizzle/0040_assessments-unverified.sql", import.meta.url);
  for (const statement of readFileSync(file, "utf8").split("--> statement-breakpoint"))
    await asOwner(ground.database, statement);
};

const given = async (category: "CREDIT" | "FEEDBACK", more: object = {}) => {
  const about = { customerId: ground.customerId, collectedBy: ground.collector.accountId, ...more };
  const record = await givenRecord(ground.database, category, about);
  const task = await givenTask(ground.database, record, { assigneeId: ground.verifier.accountId });
  return { recordId: record.id, taskId: task.id };
};

test("of an archive from before, no assessment is verified any more; what else is being verified still is", async () => {
  const [credit, feedback] = [await given("CREDIT"), await given("FEEDBACK")];
  const restricted = await given("CREDIT", { status: "RESTRICTED", restrictedFrom: "IN_VERIFICATION" });
  await migrate();
  const off = { status: "CANCELLED", assigneeId: null, reasonCode: "NO_LONGER_NEEDED", version: 2 };
  expect(await ground.task(credit.taskId)).toMatchObject(off);
  expect(await ground.history(credit.taskId)).toMatchObject([{ status: "CANCELLED", version: 2, recordedTo: null }]);
  expect(await ground.record(credit.recordId)).toMatchObject({ status: "VERIFIED", version: 2 });
  expect(await ground.recordHistory(credit.recordId)).toMatchObject([{ status: "VERIFIED", version: 2 }]);
  expect(await ground.record(restricted.recordId)).toMatchObject({ status: "RESTRICTED", restrictedFrom: "VERIFIED" });
  expect(await ground.task(feedback.taskId)).toMatchObject({ status: "CLAIMED", version: 1 });
  expect(await ground.record(feedback.recordId)).toMatchObject({ status: "IN_VERIFICATION", version: 1 });
});
