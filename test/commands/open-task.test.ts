import { afterAll, beforeAll, expect, test } from "vitest";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { openTask } from "../../src/commands/open-task.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { TaskCause } from "../../src/domain/task.js";
import { dueAt, priorityOf } from "../../src/domain/verification-policy.js";
import { commandContext, givenRecord, NOW } from "../support/factory.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

test.each(namesOf(TaskCause))(
  "a task opened for %s is as urgent as that, and has a history from the start",
  async (cause) => {
    const { database, customerId, collector, reviewer } = ground;
    const record = await givenRecord(database, "OPERATION", { customerId, collectedBy: collector.accountId });
    const about = { customerId, category: "OPERATION", method: "SITE_VISIT", cause, recordIds: [record.id] } as const;
    const id = await database.withViewer(reviewer, "WRITE", ({ orm }) =>
      openTask(orm, { now: NOW, actorId: null }, { ...about, requestedBy: reviewer.accountId }),
    );
    const task = await ground.task(id);
    expect(task).toMatchObject({ status: "OPEN", cause, priority: priorityOf(cause), requestedBy: reviewer.accountId });
    expect(new Date(task.dueAt)).toEqual(dueAt(cause, NOW));
    expect(await ground.history(id)).toMatchObject([{ version: 1, status: "OPEN", actorId: null, recordedTo: null }]);
  },
);

const FIGURES = { totalAssets: "100", totalLiabilities: "60", equity: "40", revenue: "70", netProfit: "5" };

test("the tasks collecting opens have a history, too", async () => {
  const { taskIds } = await collectFinancialStatement(commandContext(ground.database, ground.collector), {
    customerId: ground.customerId,
    source: { channel: "DIRECT_CONTACT" },
    periodStart: "2025-01-01",
    periodEnd: "2025-12-31",
    currency: "CNY",
    ...FIGURES,
  });
  expect(taskIds).toHaveLength(2);
  for (const id of taskIds)
    expect(await ground.history(id)).toMatchObject([{ status: "OPEN", actorId: ground.collector.accountId }]);
});
