import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { approveRecord } from "../../src/commands/approve-record.js";
import type { Override } from "../../src/commands/override-findings.js";
import { conflict, recordState, screeningFinding } from "../../src/db/tables/index.js";
import type { CategoryCode } from "../../src/domain/category-code.js";
import type { FourEyes } from "../../src/domain/four-eyes.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";
import { givenFinding, givenScreening, storedRecord, storedTask } from "../support/review.js";

let ground: Ground;
let reviewer: Viewer;
let verifier: Viewer;
beforeAll(async () => {
  ground = await openGround();
  reviewer = await givenAccount(ground.database, { roles: ["REVIEWER", "COLLECTOR", "VERIFIER"] });
  verifier = await givenAccount(ground.database, { roles: ["VERIFIER"], branchId: ground.branchId });
});
afterAll(() => ground.database.close());

const given = (overrides: object = {}, category: CategoryCode = "FINANCIAL") =>
  givenRecord(ground.database, category, {
    customerId: ground.customerId,
    collectedBy: ground.collector.accountId,
    status: "VERIFIED",
    corroboration: "FULL",
    ...overrides,
  });

interface Approval {
  readonly viewer?: Viewer;
  readonly version?: number;
  readonly overrides?: readonly Override[];
  readonly fourEyes?: FourEyes;
}

const approve = (id: string, { viewer = reviewer, version = 1, overrides = [], fourEyes = "strict" }: Approval = {}) =>
  approveRecord({ ...commandContext(ground.database, viewer), fourEyes }, { id, version, overrides });

describe("an approval", () => {
  it("moves a verified record on, says whose it is, and keeps the state before", async () => {
    const { id } = await given();
    expect(await approve(id)).toEqual({ recordId: id });
    expect(await storedRecord(ground.database, id)).toMatchObject({
      status: "APPROVED",
      approvedBy: reviewer.accountId,
      version: 2,
    });
    const states = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(recordState).where(eq(recordState.recordId, id)),
    );
    expect(states).toMatchObject([{ status: "APPROVED", actorId: reviewer.accountId, version: 2 }]);
  });

  it.each(["COLLECTED", "RETURNED", "IN_VERIFICATION", "APPROVED"] as const)(
    "of a %s record is illegal",
    async (status) => {
      const { id } = await given({ status });
      const refusal = await refusalOf(() => approve(id));
      expect(refusal).toMatchObject({ code: "INVALID_TRANSITION", details: { status } });
      expect(await storedRecord(ground.database, id)).toMatchObject({ status, version: 1 });
    },
  );

  it("from a stale version writes nothing", async () => {
    const { id } = await given({ version: 2 });
    await expectRefusal(() => approve(id, { version: 1 }), "CONFLICT", "version");
  });

  it("of a record that is not there is refused as such", async () => {
    await expectRefusal(() => approve("11111111-1111-4111-8111-111111111111"), "NOT_FOUND", "id");
    await expectRefusal(() => approve("no id"), "NOT_FOUND", "id");
  });

  it("closes the tasks that brought the record here, when all of their records are decided", async () => {
    const [first, second] = [await given(), await given()];
    const submitted = { status: "SUBMITTED", claimedUntil: null, assigneeId: verifier.accountId } as const;
    const alone = await givenTask(ground.database, first, submitted);
    const open = await givenTask(ground.database, first);
    const shared = await givenTask(ground.database, first, submitted);
    const { taskRecord } = await import("../../src/db/tables/index.js");
    const { customerId, category } = second;
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(taskRecord).values({ taskId: shared.id, recordId: second.id, customerId, category }),
    );
    await approve(first.id);
    const status = async (id: string) => (await storedTask(ground.database, id)).status;
    expect([await status(alone.id), await status(open.id), await status(shared.id)]).toEqual([
      "CLOSED",
      "OPEN",
      "SUBMITTED",
    ]);
    expect((await storedTask(ground.database, alone.id)).closedAt).not.toBeNull();
    await approve(second.id);
    expect(await status(shared.id)).toBe("CLOSED");
  });
});

describe("four eyes: nobody approves", () => {
  it("what they collected", async () => {
    const { id } = await given({ collectedBy: reviewer.accountId });
    const refusal = await refusalOf(() => approve(id));
    expect(refusal).toMatchObject({ code: "FORBIDDEN", details: { part: "APPROVER", taken: ["COLLECTOR"] } });
    await expectRefusal(() => approve(id, { fourEyes: "small" }), "FORBIDDEN");
  });

  it("what they verified, but in a small company", async () => {
    const record = await given();
    const task = await givenTask(ground.database, record, {
      status: "SUBMITTED",
      claimedUntil: null,
      assigneeId: reviewer.accountId,
    });
    await givenFinding(ground.database, record, task, reviewer);
    await expectRefusal(() => approve(record.id), "FORBIDDEN");
    expect(await approve(record.id, { fourEyes: "small" })).toEqual({ recordId: record.id });
  });

  it("what they are verifying, as long as their claim on it lives", async () => {
    const [record, lapsed] = [await given(), await given()];
    await givenTask(ground.database, record, { assigneeId: reviewer.accountId });
    await givenTask(ground.database, lapsed, { assigneeId: reviewer.accountId, claimedUntil: NOW.toISOString() });
    const refusal = await refusalOf(() => approve(record.id));
    expect(refusal).toMatchObject({ code: "FORBIDDEN", details: { part: "APPROVER", taken: ["VERIFIER"] } });
    expect(await storedRecord(ground.database, record.id)).toMatchObject({ status: "VERIFIED", version: 1 });
    expect(await approve(lapsed.id)).toEqual({ recordId: lapsed.id });
  });
});

describe("corroboration", () => {
  it("that is missing is named", async () => {
    const { id } = await given({ corroboration: "SINGLE_SOURCE" });
    const refusal = await refusalOf(() => approve(id));
    expect(refusal).toMatchObject({
      code: "INVALID_TRANSITION",
      details: { field: "corroboration", needed: ["FULL"] },
    });
  });

  it("of PARTIAL is enough for key information in a small company only", async () => {
    const { id } = await given({ corroboration: "PARTIAL" });
    await expectRefusal(() => approve(id), "INVALID_TRANSITION", "corroboration");
    expect(await approve(id, { fourEyes: "small" })).toEqual({ recordId: id });
  });

  it("of one source is enough for a registration, and none for a credit assessment", async () => {
    const registration = await given({ corroboration: "SINGLE_SOURCE" }, "REGISTRATION");
    expect(await approve(registration.id)).toEqual({ recordId: registration.id });
    const declared = await given({ corroboration: "SELF_DECLARED" }, "REGISTRATION");
    await expectRefusal(() => approve(declared.id), "INVALID_TRANSITION", "corroboration");
    const credit = await given({ corroboration: "SELF_DECLARED" }, "CREDIT");
    expect(await approve(credit.id)).toEqual({ recordId: credit.id });
  });
});

describe("a contradiction with another record", () => {
  it("has to be resolved first", async () => {
    const [record, other] = [await given(), await given()];
    const opened = { firstId: other.id, secondId: record.id, fields: ["revenue"], openedAt: NOW.toISOString() };
    const { customerId, category } = record;
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(conflict).values({ customerId, category, ...opened }),
    );
    await expectRefusal(() => approve(record.id), "INVALID_TRANSITION", "conflict");
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .update(conflict)
        .set({ resolution: "KEEP_SECOND", reason: "r", resolvedBy: reviewer.accountId, resolvedAt: NOW.toISOString() }),
    );
    expect(await approve(record.id)).toEqual({ recordId: record.id });
  });
});

describe("what screening noticed", () => {
  const reason = "The licence itself was seen";

  it("is overridden with a reason, which is kept with whose it is", async () => {
    const record = await given();
    await givenScreening(ground.database, record);
    await givenScreening(ground.database, record, { rule: "B.rule", field: null });
    await givenScreening(ground.database, record, { rule: "C.rule", severity: "INFO" });
    const refusal = await refusalOf(() =>
      approve(record.id, { overrides: [{ rule: "A.rule", field: "aField", reason }] }),
    );
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", details: { field: "overrides", rules: ["B.rule"] } });
    await approve(record.id, {
      overrides: [
        { rule: "A.rule", field: "aField", reason },
        { rule: "B.rule", reason },
      ],
    });
    const rows = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm
        .select()
        .from(screeningFinding)
        .where(eq(screeningFinding.recordId, record.id))
        .orderBy(screeningFinding.rule),
    );
    const overridden = { overriddenBy: reviewer.accountId, overrideReason: reason };
    expect(rows).toMatchObject([overridden, overridden, { overriddenBy: null, overrideReason: null }]);
  });

  it.each([
    ["meets nothing", { rule: "Z.rule", field: "aField", reason }, "overrides[0]"],
    ["is about another field", { rule: "A.rule", field: null, reason }, "overrides[0]"],
    ["gives no reason", { rule: "A.rule", field: "aField", reason: "  " }, "overrides[0].reason"],
  ])("is not overridden by what %s", async (_, override, field) => {
    const record = await given();
    await givenScreening(ground.database, record);
    await expectRefusal(() => approve(record.id, { overrides: [override] }), "BAD_USER_INPUT", field);
    expect(await storedRecord(ground.database, record.id)).toMatchObject({ status: "VERIFIED", version: 1 });
  });
});
