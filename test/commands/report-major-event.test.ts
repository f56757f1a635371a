import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { type ReportMajorEventInput, reportMajorEvent } from "../../src/commands/report-major-event.js";
import type { Orm } from "../../src/db/database.js";
import { majorEvent, taskRecord, verificationTask } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenCustomer, givenRecord, NOW, TODAY } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let customerId: string;
beforeAll(async () => {
  ground = await openGround();
});
beforeEach(async () => {
  customerId = (await givenCustomer(ground.database, { branchId: ground.branchId })).id;
});
afterAll(() => ground.database.close());

const report = (input: Partial<ReportMajorEventInput> = {}, viewer = ground.clerk) =>
  reportMajorEvent(commandContext(ground.database, viewer), {
    customerId,
    kind: "LEGAL_REPRESENTATIVE",
    description: "The register announced it",
    occurredOn: TODAY,
    ...input,
  });

const given = (category: "REGISTRATION" | "OPERATION", overrides: object = {}) =>
  givenRecord(ground.database, category, { customerId, collectedBy: ground.collector.accountId, ...overrides });

type Reporting = ReportMajorEventInput & { readonly viewer: Viewer };

const anotherCustomer = async () => {
  const { id } = await givenCustomer(ground.database, { branchId: ground.branchId });
  await given("REGISTRATION", { ...ARCHIVED, customerId: id });
  return id;
};

const write = (work: (orm: Orm) => Promise<unknown>) =>
  ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

const takenUp = async (): Promise<object> => {
  const claim = { status: "CLAIMED", claimedUntil: "2026-03-12T02:00:00Z" } as const;
  await write((orm) =>
    orm
      .update(verificationTask)
      .set({ ...claim, assigneeId: ground.collector.accountId })
      .where(eq(verificationTask.customerId, customerId)),
  );
  return {};
};

const filedAnew = async (): Promise<object> => {
  await given("REGISTRATION", { ...ARCHIVED, series: "another", recordedAt: "2026-03-10T03:00:00Z" });
  return {};
};

const reported = async (input: Partial<ReportMajorEventInput> = {}, viewer = ground.clerk) => {
  const { eventId } = await report(input, viewer);
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm
      .select({ event: majorEvent, task: verificationTask, recordId: taskRecord.recordId })
      .from(majorEvent)
      .leftJoin(verificationTask, eq(verificationTask.id, majorEvent.taskId))
      .leftJoin(taskRecord, eq(taskRecord.taskId, verificationTask.id))
      .where(eq(majorEvent.id, eventId)),
  );
  if (row === undefined) throw new Error("no event");
  return row;
};

const ARCHIVED = { status: "ARCHIVED", archivedAt: NOW.toISOString(), validFrom: "2026-01-01" };

describe("a major event", () => {
  it.each([
    ["LEGAL_REPRESENTATIVE", "REGISTRATION", "PUBLIC_REGISTER_CHECK"],
    ["EQUITY", "REGISTRATION", "PUBLIC_REGISTER_CHECK"],
    ["LITIGATION", "OPERATION", "SITE_VISIT"],
    ["ABNORMAL_OPERATION", "OPERATION", "SITE_VISIT"],
  ] as const)("of the kind %s has what is in force as %s verified within 24 hours", async (kind, category, method) => {
    await given(category === "OPERATION" ? "REGISTRATION" : "OPERATION", ARCHIVED);
    const inForce = await given(category, ARCHIVED);
    await given(category, { recordedAt: "2026-03-10T03:00:00Z" });
    const { event, task, recordId } = await reported({ kind });
    expect(event).toMatchObject({ category, kind, closedAt: null, reportedBy: ground.clerk.accountId });
    expect(recordId).toBe(inForce.id);
    expect(task).toMatchObject({ cause: "MAJOR_EVENT", priority: "URGENT", status: "OPEN", method });
    expect(new Date(task?.dueAt ?? "").getTime() - NOW.getTime()).toBe(24 * 3_600_000);
  });

  it("is not verified by who reported it", async () => {
    await given("REGISTRATION");
    expect((await reported()).task?.requestedBy).toBe(ground.clerk.accountId);
  });

  it("reported again, however often and at once, is verified once, as long as nobody has taken the task up", async () => {
    await given("REGISTRATION", ARCHIVED);
    const first = await reported();
    const again = await Promise.all(Array.from({ length: 5 }, () => reported()));
    expect(new Set(again.map(({ event }) => event.taskId))).toEqual(new Set([first.event.taskId]));
    expect(new Set(again.map(({ event }) => event.id)).size).toBe(5);
  });

  it.each<[string, () => Promise<Partial<Reporting>>]>([
    ["is of another kind", async () => ({ kind: "EQUITY" })],
    ["is of another customer", async () => ({ customerId: await anotherCustomer() })],
    ["is a colleague's, who may not verify it either", async () => ({ viewer: ground.collector })],
    ["comes when somebody has taken the first one's up", () => takenUp()],
    ["is about another record", () => filedAnew()],
  ])("has a task of its own where it %s", async (_, another) => {
    await given("REGISTRATION", ARCHIVED);
    const first = await reported();
    expect(first.event.taskId).not.toBeNull();
    const { viewer, ...input } = await another();
    const second = await reported(input, viewer);
    expect(second.event.taskId).not.toBeNull();
    expect(second.event.taskId).not.toBe(first.event.taskId);
  });

  it("is about the newest live record where nothing is archived", async () => {
    await given("REGISTRATION", { recordedAt: "2026-03-09T00:00:00Z" });
    const newest = await given("REGISTRATION");
    expect((await reported()).recordId).toBe(newest.id);
  });

  it.each<[string, object | null]>([
    ["nothing is on file", null],
    ["what is on file was sent back", { status: "RETURNED" }],
    ["what is in force may not be processed", { status: "RESTRICTED", restrictedFrom: "VERIFIED" }],
    ["what was archived holds no longer", { ...ARCHIVED, validTo: TODAY }],
  ])("is kept without a task where %s", async (_, record) => {
    if (record !== null) await given("REGISTRATION", record);
    const { event, task } = await reported();
    expect([event.taskId, task]).toEqual([null, null]);
  });

  it.each([
    ["described in words", { description: "  " }, "description"],
    ["of a day of the calendar", { occurredOn: "2026-02-30" }, "occurredOn"],
    ["not to come", { occurredOn: "2026-03-11" }, "occurredOn"],
  ])("is %s", async (_, input, field) => {
    await expectRefusal(() => report(input), "BAD_USER_INPUT", field);
  });

  it("of another branch's customer is of none", async () => {
    await expectRefusal(() => report({ customerId: ground.elsewhereId }), "NOT_FOUND", "customerId");
  });
});
