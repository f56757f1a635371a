import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { cancelTask } from "../../src/commands/cancel-task.js";
import { claimTask } from "../../src/commands/claim-task.js";
import { reassignTask } from "../../src/commands/reassign-task.js";
import { requestVerification } from "../../src/commands/request-verification.js";
import { returnTask } from "../../src/commands/return-task.js";
import { finding } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { RecordStatus } from "../../src/domain/record.js";
import { TaskStatus } from "../../src/domain/task.js";
import { commandContext, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

const AT = NOW.toISOString();
const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000).toISOString();
const as = (viewer: Viewer, now = NOW) => commandContext(ground.database, viewer, now);
const review = () => as(ground.reviewer);

const inState = (status: TaskStatus, assigneeId = ground.verifier.accountId) => {
  if (status === "OPEN" || status === "CANCELLED") return { status };
  return { status, assigneeId, claimedUntil: status === "CLAIMED" ? IN_AN_HOUR : null };
};

/** What a command has to refuse in every other state, changing nothing. */
const legalOnlyIn = (legal: readonly TaskStatus[], act: (id: string, version: number) => Promise<unknown>): void => {
  test.each(namesOf(TaskStatus).filter((status) => !legal.includes(status)))(
    "is illegal for a task that is %s, and then changes nothing",
    async (status) => {
      const { taskId } = await ground.given({}, inState(status));
      await expectRefusal(() => act(taskId, 1), "INVALID_TRANSITION");
      expect(await ground.task(taskId)).toMatchObject({ status, version: 1 });
      expect(await ground.history(taskId)).toEqual([]);
    },
  );

  test("from a stale version is refused, and changes nothing", async () => {
    const { taskId } = await ground.given({}, inState(legal[0] ?? "OPEN"));
    await expectRefusal(() => act(taskId, 7), "CONFLICT", "version");
    expect(await ground.task(taskId)).toMatchObject({ status: legal[0], version: 1 });
  });
};

const found = async (recordId: string, taskId: string, more: object = {}) => {
  const { customerId, category } = await ground.record(recordId);
  const about = { recordId, taskId, customerId, category, field: "operatingState", result: "CONFIRMED" } as const;
  const row = { ...about, sourceParty: "A neighbour", performedBy: ground.verifier.accountId, foundAt: AT, ...more };
  await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(finding).values(row));
};

describe("whoever collected a record", () => {
  const themselves = () => ({ ...ground.reviewer, accountId: ground.collector.accountId });

  test("sends no findings about it back, in a small company either", async () => {
    const { taskId } = await ground.given({}, inState("SUBMITTED"));
    for (const fourEyes of ["strict", "small"] as const) {
      const asking = { ...as(themselves()), fourEyes };
      await expectRefusal(() => returnTask(asking, { id: taskId, version: 1, reason: "Not so" }), "FORBIDDEN", "id");
    }
    expect(await ground.task(taskId)).toMatchObject({ status: "SUBMITTED", version: 1 });
  });

  test("calls off no task about it", async () => {
    const { taskId } = await ground.given();
    const asked = { id: taskId, version: 1, reason: "Not needed" };
    await expectRefusal(() => cancelTask(as(themselves()), asked), "FORBIDDEN", "id");
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", version: 1 });
  });

  test("chooses nobody to verify it", async () => {
    const { taskId } = await ground.given();
    const asked = { id: taskId, version: 1, assigneeId: ground.colleague.accountId };
    for (const fourEyes of ["strict", "small"] as const)
      await expectRefusal(() => reassignTask({ ...as(themselves()), fourEyes }, asked), "FORBIDDEN", "id");
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", version: 1 });
  });
});

describe("sending findings back", () => {
  legalOnlyIn(["SUBMITTED"], (id, version) => returnTask(review(), { id, version, reason: "Which address?" }));

  test("is kept with its reason; the findings count no longer, and the record is verified no longer", async () => {
    const { recordId, taskId } = await ground.given(
      { status: "VERIFIED", corroboration: "FULL" },
      inState("SUBMITTED"),
    );
    await found(recordId, taskId);
    await returnTask(review(), { id: taskId, version: 1, reason: "Which address?", code: "UNCLEAR" });
    expect(await ground.task(taskId)).toMatchObject({
      status: "RETURNED",
      returnCode: "UNCLEAR",
      assigneeId: ground.verifier.accountId,
      returnReason: "Which address?",
    });
    expect(await ground.history(taskId)).toMatchObject([
      { status: "RETURNED", actorId: ground.reviewer.accountId, reason: "Which address?", code: "UNCLEAR" },
    ]);
    expect(await ground.record(recordId)).toMatchObject({ status: "IN_VERIFICATION", corroboration: "SELF_DECLARED" });
  });

  test("says why by a code that goes with it, or by none", async () => {
    const { taskId } = await ground.given({}, inState("SUBMITTED"));
    const given = { id: taskId, version: 1, reason: "Twice", code: "DUPLICATE" } as const;
    await expectRefusal(() => returnTask(review(), given), "BAD_USER_INPUT", "code");
    expect(await ground.task(taskId)).toMatchObject({ status: "SUBMITTED", version: 1 });
  });

  test("says why", async () => {
    const { taskId } = await ground.given({}, inState("SUBMITTED"));
    await expectRefusal(
      () => returnTask(review(), { id: taskId, version: 1, reason: " " }),
      "BAD_USER_INPUT",
      "reason",
    );
  });

  test("to somebody out of whose reach the customer has gone meanwhile is open to all again", async () => {
    const { taskId } = await ground.given({}, inState("SUBMITTED", ground.stranger.accountId));
    await returnTask(review(), { id: taskId, version: 1, reason: "Which address?" });
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null });
  });

  test("puts the task back into the queue when its verifier is no longer there", async () => {
    const gone = await ground.aVerifier({ disabledAt: AT });
    const { taskId } = await ground.given({}, inState("SUBMITTED", gone.accountId));
    await returnTask(review(), { id: taskId, version: 1, reason: "Which address?" });
    expect(await ground.task(taskId)).toMatchObject({
      status: "OPEN",
      assigneeId: null,
      returnReason: "Which address?",
    });
    expect((await ground.history(taskId)).map(({ status }) => status)).toEqual(["RETURNED", "OPEN"]);
  });
});

describe("calling a task off", () => {
  legalOnlyIn(["OPEN", "CLAIMED", "RETURNED"], (id, version) =>
    cancelTask(review(), { id, version, reason: "Opened twice" }),
  );

  test.each(["OPEN", "CLAIMED", "RETURNED"] as const)("ends one that is %s, with its reason", async (status) => {
    const { taskId } = await ground.given({}, inState(status));
    await cancelTask(review(), { id: taskId, version: 1, reason: "Opened twice" });
    expect(await ground.task(taskId)).toMatchObject({ status: "CANCELLED", assigneeId: null, claimedUntil: null });
    expect(await ground.history(taskId)).toMatchObject([{ status: "CANCELLED", reason: "Opened twice" }]);
  });
});

describe("giving a task to another person", () => {
  const to = (person: Viewer) => (id: string, version: number) =>
    reassignTask(review(), { id, version, assigneeId: person.accountId, reason: "On leave" });

  legalOnlyIn(["OPEN", "CLAIMED", "RETURNED"], (id, version) => to(ground.colleague)(id, version));

  test.each(["OPEN", "CLAIMED", "RETURNED"] as const)("begins a new claim on one that is %s", async (status) => {
    const { taskId } = await ground.given({}, inState(status));
    await to(ground.colleague)(taskId, 1);
    expect(await ground.task(taskId)).toMatchObject({
      status: "CLAIMED",
      assigneeId: ground.colleague.accountId,
      claimedUntil: expect.stringContaining("2026-03-13 02:00:00"),
    });
    expect(await ground.history(taskId)).toMatchObject([
      { assigneeId: ground.colleague.accountId, actorId: ground.reviewer.accountId, reason: "On leave" },
    ]);
  });

  test.each([
    ["is disabled", { disabledAt: AT }],
    ["is not trained in its method", { qualifications: ["SITE_VISIT"] }],
    ["does not verify", { roles: ["REVIEWER"] }],
  ])("is refused when that person %s", async (_, more) => {
    const { taskId } = await ground.given();
    const person = await ground.aVerifier(more);
    await expectRefusal(() => to(person)(taskId, 1), "FORBIDDEN", "assigneeId");
  });

  test("is refused when that person collected a record of it", async () => {
    const { taskId } = await ground.given({ collectedBy: ground.colleague.accountId });
    await expectRefusal(() => to(ground.colleague)(taskId, 1), "FORBIDDEN", "assigneeId");
  });

  test("is refused when that person holds ten claims", async () => {
    const busy = await ground.aVerifier();
    for (let i = 0; i < 10; i++) await ground.given({}, inState("CLAIMED", busy.accountId));
    const { taskId } = await ground.given();
    await expectRefusal(() => to(busy)(taskId, 1), "LIMIT_EXCEEDED", "assigneeId");
  });

  test("is refused across branches while the branch has somebody of its own", async () => {
    const { taskId } = await ground.given();
    await expectRefusal(() => to(ground.stranger)(taskId, 1), "FORBIDDEN", "assigneeId");
    const abroad = await ground.given({ customerId: ground.elsewhereId, collectedBy: ground.stranger.accountId });
    await to(ground.verifier)(abroad.taskId, 1);
  });

  test("needs a person there is", async () => {
    const { taskId } = await ground.given();
    const nobody = { id: taskId, version: 1, assigneeId: "00000000-0000-4000-8000-000000000000" };
    await expectRefusal(() => reassignTask(review(), nobody), "NOT_FOUND", "assigneeId");
  });
});

describe("asking for verification", () => {
  const request = (recordId: string, more: object = {}) =>
    requestVerification(review(), { recordId, version: 1, ...more });

  test.each(["COLLECTED", "VERIFIED", "APPROVED"] as const)(
    "takes a record that is %s back into verification",
    async (status) => {
      const { recordId } = await ground.given({ status });
      const { taskId } = await request(recordId, { reason: "The address looks old" });
      expect(await ground.record(recordId)).toMatchObject({ status: "IN_VERIFICATION", version: 2 });
      expect((await ground.recordHistory(recordId)).map((state) => state.status)).toEqual(["IN_VERIFICATION"]);
      expect(await ground.task(taskId)).toMatchObject({
        status: "OPEN",
        cause: "REQUEST",
        priority: "HIGH",
        requestedBy: ground.reviewer.accountId,
      });
      expect(await ground.history(taskId)).toMatchObject([
        { version: 1, status: "OPEN", actorId: ground.reviewer.accountId, reason: "The address looks old" },
      ]);
    },
  );

  test("leaves one in verification where it is", async () => {
    const { recordId } = await ground.given();
    await request(recordId);
    expect(await ground.record(recordId)).toMatchObject({ status: "IN_VERIFICATION", version: 1 });
  });

  test.each(
    namesOf(RecordStatus).filter(
      (status) => !["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"].includes(status),
    ),
  )("of one that is %s is illegal", async (status) => {
    const sealed = ["ARCHIVED", "SUPERSEDED"].includes(status) ? { archivedAt: AT } : {};
    const restricted = status === "RESTRICTED" ? { restrictedFrom: "VERIFIED" } : {};
    const { recordId } = await ground.given({ status, ...sealed, ...restricted });
    const refusal = await expectRefusal(() => request(recordId), "INVALID_TRANSITION", "recordId");
    expect(refusal.message).toContain("COLLECTED, IN_VERIFICATION, VERIFIED, APPROVED");
  });

  test("from a stale version is refused, and opens nothing", async () => {
    const { recordId } = await ground.given({ status: "VERIFIED" });
    await expectRefusal(() => request(recordId, { version: 2 }), "CONFLICT", "version");
    expect(await ground.record(recordId)).toMatchObject({ status: "VERIFIED", version: 1 });
  });

  test.each([null, "DOCUMENT_CHECK"] as const)(
    "of an assessment is refused by whatever method (%s), and changes nothing",
    async (method) => {
      const about = {
        customerId: ground.customerId,
        collectedBy: ground.collector.accountId,
        status: "VERIFIED",
      } as const;
      const { id } = await givenRecord(ground.database, "CREDIT", about);
      const refusal = await expectRefusal(() => request(id, { method }), "INVALID_TRANSITION", "recordId");
      expect(refusal.message).toContain("a reviewer approves it or returns it");
      expect(await ground.record(id)).toMatchObject({ status: "VERIFIED", version: 1 });
    },
  );

  test("takes the best method that was not used yet, unless another is named", async () => {
    const { recordId } = await ground.given({}, { method: "SITE_VISIT" });
    const methodOf = async (more?: object) => (await ground.task((await request(recordId, more)).taskId)).method;
    expect(await methodOf()).toBe("THIRD_PARTY_COMPARISON");
    expect(await methodOf()).toBe("PHONE_CALL");
    expect(await methodOf({ method: "SITE_VISIT" })).toBe("SITE_VISIT");
    expect([await methodOf(), await methodOf()]).toEqual(["DOCUMENT_CHECK", "PUBLIC_REGISTER_CHECK"]);
    await expectRefusal(() => request(recordId), "BAD_USER_INPUT", "method");
  });

  test("is refused by a method that tells nothing of the category, and names those that do", async () => {
    const about = { customerId: ground.customerId, collectedBy: ground.collector.accountId };
    const { id: recordId } = await givenRecord(ground.database, "CONTACT", about);
    const refusal = await expectRefusal(
      () => request(recordId, { method: "PUBLIC_REGISTER_CHECK" }),
      "BAD_USER_INPUT",
      "method",
    );
    expect(refusal.message).toContain("PHONE_CALL");
  });

  test("keeps whoever asked from performing it, in whatever role", async () => {
    const both = await ground.aVerifier({ roles: ["REVIEWER", "VERIFIER"] });
    const { recordId } = await ground.given();
    const { taskId } = await requestVerification(as({ ...both, role: "REVIEWER" }), { recordId, version: 1 });
    const refusal = await expectRefusal(
      () => claimTask(as({ ...both, role: "VERIFIER" }), { id: taskId, version: 1 }),
      "FORBIDDEN",
    );
    expect(refusal.message).toContain("REQUESTER");
  });

  test("called off again lets the record go on as it was", async () => {
    const { recordId, taskId: first } = await ground.given({ status: "VERIFIED" }, inState("SUBMITTED"));
    const record = await ground.record(recordId);
    const other = { ...inState("SUBMITTED", ground.colleague.accountId), method: "SITE_VISIT" } as const;
    const second = await givenTask(ground.database, record, other);
    await found(recordId, first);
    await found(recordId, second.id, { sourceParty: "The landlord", performedBy: ground.colleague.accountId });
    const { taskId } = await request(recordId);
    await cancelTask(review(), { id: taskId, version: 1, reason: "Answered meanwhile" });
    expect((await ground.recordHistory(recordId)).map(({ status }) => status)).toEqual(["IN_VERIFICATION", "VERIFIED"]);
    expect(await ground.record(recordId)).toMatchObject({ status: "VERIFIED", corroboration: "FULL" });
  });
});
