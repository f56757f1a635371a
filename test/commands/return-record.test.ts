import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { requestVerification } from "../../src/commands/request-verification.js";
import { returnRecord } from "../../src/commands/return-record.js";
import { conflict } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";
import { storedRecord, storedTask } from "../support/review.js";

let ground: Ground;
let reviewer: Viewer;
beforeAll(async () => {
  ground = await openGround();
  reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"] });
});
afterAll(() => ground.database.close());

const given = (overrides: object) =>
  givenRecord(ground.database, "FINANCIAL", {
    customerId: ground.customerId,
    collectedBy: ground.collector.accountId,
    ...overrides,
  });

const back = (id: string, reason = "The period is wrong", version = 1) =>
  returnRecord(commandContext(ground.database, reviewer), { id, version, reason });

describe("a record", () => {
  it.each(["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"] as const)(
    "that is %s is sent back, with the reason",
    async (status) => {
      const { id } = await given({ status, approvedBy: status === "APPROVED" ? reviewer.accountId : null });
      await back(id);
      const returned = { status: "RETURNED", returnReason: "The period is wrong", approvedBy: null, version: 2 };
      expect(await storedRecord(ground.database, id)).toMatchObject(returned);
    },
  );

  it.each(["RETURNED", "ARCHIVED", "SUPERSEDED", "ERASED"] as const)("that is %s is not", async (status) => {
    const { id } = await given({
      status,
      ...(/ED$/.test(status) && status !== "RETURNED" ? { archivedAt: NOW.toISOString() } : {}),
    });
    await expectRefusal(() => back(id), "INVALID_TRANSITION");
  });

  it("is not sent back without a reason, nor from a stale version", async () => {
    const { id } = await given({});
    await expectRefusal(() => back(id, " "), "BAD_USER_INPUT", "reason");
    await expectRefusal(() => back(id, "r", 7), "CONFLICT", "version");
  });

  it("is neither sent back nor verified again for whoever collected what contradicts it, until that is decided", async () => {
    const [own, other] = [await given({ collectedBy: reviewer.accountId }), await given({})];
    const id = randomUUID();
    const of = { customerId: ground.customerId, category: "FINANCIAL" as const, openedAt: NOW.toISOString() };
    const write = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
      ground.database.withViewer(SYSTEM, "WRITE", work);
    await write(({ orm }) =>
      orm.insert(conflict).values({ id, ...of, firstId: own.id, secondId: other.id, fields: ["revenue"] }),
    );
    await expectRefusal(() => back(other.id), "FORBIDDEN", "id");
    const again = { recordId: other.id, version: 1 };
    const verifying = () => requestVerification(commandContext(ground.database, reviewer), again);
    await expectRefusal(verifying, "FORBIDDEN", "recordId");
    await back(own.id);
    const decided = { resolution: "KEEP_FIRST" as const, reason: "r", resolvedBy: ground.collector.accountId };
    await write(({ orm }) =>
      orm
        .update(conflict)
        .set({ ...decided, resolvedAt: NOW.toISOString() })
        .where(eq(conflict.id, id)),
    );
    await back(other.id);
  });

  it("ends the work on it alone: what was submitted is closed, the rest cancelled", async () => {
    const record = await given({});
    const { collector } = ground;
    const open = await givenTask(ground.database, record);
    const claimed = await givenTask(ground.database, record, { assigneeId: collector.accountId });
    const submitted = await givenTask(ground.database, record, {
      status: "SUBMITTED",
      assigneeId: collector.accountId,
      claimedUntil: null,
    });
    await back(record.id);
    const status = async ({ id }: { id: string }) => (await storedTask(ground.database, id)).status;
    expect([await status(open), await status(claimed), await status(submitted)]).toEqual([
      "CANCELLED",
      "CANCELLED",
      "CLOSED",
    ]);
  });

  it("is then corrected by a new one of its collector's", async () => {
    const { id } = await given({ series: "2025" });
    await back(id);
    const { recordId } = await collectFinancialStatement(commandContext(ground.database, ground.collector), {
      customerId: ground.customerId,
      source: { channel: "DIRECT_CONTACT" },
      corrects: id,
      periodStart: "2025-01-01",
      periodEnd: "2025-12-31",
      currency: "CNY",
    });
    expect(await storedRecord(ground.database, recordId)).toMatchObject({
      correctsId: id,
      series: "2025-01-01/2025-12-31",
    });
    expect(await storedRecord(ground.database, id)).toMatchObject({ status: "RETURNED" });
  });
});
