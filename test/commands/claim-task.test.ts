import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "../../src/auth/viewer.js";
import { claimNextTask } from "../../src/commands/claim-next-task.js";
import { claimTask } from "../../src/commands/claim-task.js";
import { openTask } from "../../src/commands/open-task.js";
import { releaseTask } from "../../src/commands/release-task.js";
import { reopenLapsedClaims } from "../../src/commands/reopen-lapsed-claims.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { Priority } from "../../src/domain/task.js";
import { commandContext, givenBranch, givenCustomer, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

let ground: TaskGround;
beforeAll(async () => {
  ground = await openTaskGround();
});
afterAll(() => ground.database.close());

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const as = (viewer: Viewer, now = NOW) => commandContext(ground.database, viewer, now);
const small = (viewer: Viewer) => ({ ...as(viewer), fourEyes: "small" as const });

/** A branch of its own, so that a test has its queue to itself. */
const aBranch = async () => {
  const branchId = (await givenBranch(ground.database)).id;
  const customerId = (await givenCustomer(ground.database, { branchId })).id;
  return {
    verifier: (more: object = {}) => ground.aVerifier({ branchId, ...more }),
    task: (task: object = {}, record: object = {}) => ground.given({ customerId, ...record }, task),
  };
};

describe("a claim", () => {
  test("lives 72 hours and is kept in the history of the task", async () => {
    const { taskId } = await ground.given();
    await claimTask(as(ground.verifier), { id: taskId, version: 1 });
    expect(await ground.task(taskId)).toMatchObject({
      status: "CLAIMED",
      assigneeId: ground.verifier.accountId,
      claimedUntil: expect.stringContaining("2026-03-13 02:00:00"),
      version: 2,
    });
    expect(await ground.history(taskId)).toMatchObject([
      { version: 2, status: "CLAIMED", assigneeId: ground.verifier.accountId, actorId: ground.verifier.accountId },
    ]);
  });

  test("keeps why the task was open again, with its code; its own history says nothing of it", async () => {
    const { taskId } = await ground.given({}, { reason: "The customer moved", reasonCode: "ABSENCE" });
    const why = { reason: "The customer moved", reasonCode: "ABSENCE" };
    await claimTask(as(ground.verifier), { id: taskId, version: 1 });
    expect(await ground.task(taskId)).toMatchObject(why);
    await releaseTask(as(ground.verifier), { id: taskId, version: 2 });
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", ...why });
    expect((await ground.history(taskId)).map(({ reason }) => reason)).toEqual([null, null]);
  });

  test("from a stale version is refused, and changes nothing", async () => {
    const { taskId } = await ground.given();
    await expectRefusal(() => claimTask(as(ground.verifier), { id: taskId, version: 2 }), "CONFLICT", "version");
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", version: 1 });
    expect(await ground.history(taskId)).toEqual([]);
  });

  test("of what a colleague holds is refused, and told what would be legal", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.colleague.accountId });
    const refusal = await expectRefusal(
      () => claimTask(as(ground.verifier), { id: taskId, version: 1 }),
      "INVALID_TRANSITION",
    );
    expect(refusal.details.legal).toContain("RELEASE");
  });

  test("of what a colleague's claim has run out on is open to others", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.colleague.accountId });
    await claimTask(as(ground.verifier, later(1)), { id: taskId, version: 1 });
    const [lapsed, claimed] = await ground.history(taskId);
    expect(lapsed).toMatchObject({ status: "OPEN", actorId: null, assigneeId: null });
    expect(claimed).toMatchObject({ status: "CLAIMED", assigneeId: ground.verifier.accountId, version: 3 });
  });

  test.each(["verifier", "colleague"] as const)("takes up what was sent back, by the %s", async (who) => {
    const task = { status: "RETURNED", assigneeId: ground.verifier.accountId, claimedUntil: null };
    const { taskId } = await ground.given({}, task);
    await claimTask(as(ground[who]), { id: taskId, version: 1 });
    expect(await ground.task(taskId)).toMatchObject({ status: "CLAIMED", assigneeId: ground[who].accountId });
  });

  test("takes other eyes than the collector's, in a small company too", async () => {
    const { taskId } = await ground.given({ collectedBy: ground.verifier.accountId });
    for (const context of [as(ground.verifier), small(ground.verifier)])
      await expectRefusal(() => claimTask(context, { id: taskId, version: 1 }), "FORBIDDEN", "id");
  });

  test("takes other eyes than the requester's, but not in a small company", async () => {
    const { taskId } = await ground.given({}, { requestedBy: ground.verifier.accountId });
    await expectRefusal(() => claimTask(as(ground.verifier), { id: taskId, version: 1 }), "FORBIDDEN");
    await claimTask(small(ground.verifier), { id: taskId, version: 1 });
  });

  test("takes a qualification for the method", async () => {
    const untrained = await ground.aVerifier({ qualifications: ["SITE_VISIT"] });
    const { taskId } = await ground.given();
    const refusal = await expectRefusal(() => claimTask(as(untrained), { id: taskId, version: 1 }), "FORBIDDEN");
    expect(refusal.message).toContain("PHONE_CALL");
  });

  test("is one of ten at most; what has run out does not count", async () => {
    const busy = await ground.aVerifier();
    const tasks = await Promise.all(Array.from({ length: 11 }, () => ground.given()));
    for (const { taskId } of tasks.slice(0, 10)) await claimTask(as(busy), { id: taskId, version: 1 });
    const eleventh = { id: tasks[10]?.taskId ?? "", version: 1 };
    await expectRefusal(() => claimTask(as(busy), eleventh), "LIMIT_EXCEEDED");
    await expectRefusal(() => claimNextTask(as(busy)), "LIMIT_EXCEEDED");
    await claimTask(as(busy, later(72)), eleventh);
  });

  test("of another branch's task is refused in the words for one that does not exist", async () => {
    const { taskId } = await ground.given();
    const theirs = await expectRefusal(() => claimTask(as(ground.stranger), { id: taskId, version: 1 }), "NOT_FOUND");
    const missing = { id: "00000000-0000-4000-8000-000000000000", version: 1 };
    const nobodys = await expectRefusal(() => claimTask(as(ground.stranger), missing), "NOT_FOUND");
    expect(theirs.message).toBe(nobodys.message);
  });
});

describe("a claim given up", () => {
  test("puts the task back into the queue", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.verifier.accountId });
    await releaseTask(as(ground.verifier), { id: taskId, version: 1 });
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null, claimedUntil: null });
  });

  test("is its holder's to give up", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.colleague.accountId });
    await expectRefusal(() => releaseTask(as(ground.verifier), { id: taskId, version: 1 }), "FORBIDDEN");
  });

  test("cannot be given up once it has run out", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.verifier.accountId });
    const release = () => releaseTask(as(ground.verifier, later(1)), { id: taskId, version: 1 });
    await expectRefusal(release, "INVALID_TRANSITION");
    expect(await ground.task(taskId)).toMatchObject({ status: "CLAIMED", version: 1 });
  });

  test("that ran out is reopened by the archive itself, once", async () => {
    const { taskId } = await ground.given({}, { assigneeId: ground.verifier.accountId });
    const chore = (now: Date) =>
      reopenLapsedClaims({ database: ground.database, now, timeZone: "Asia/Shanghai", fourEyes: "strict" });
    await chore(NOW);
    expect((await ground.task(taskId)).status).toBe("CLAIMED");
    await chore(later(1));
    await chore(later(1));
    expect(await ground.task(taskId)).toMatchObject({ status: "OPEN", assigneeId: null, version: 2 });
    expect(await ground.history(taskId)).toMatchObject([{ status: "OPEN", actorId: null }]);
  });
});

describe("the queue", () => {
  test("hands out the most urgent first, then what is due first", async () => {
    const branch = await aBranch();
    const due = (hours: number) => later(hours).toISOString();
    const made = new Map<string, string>();
    for (const priority of namesOf(Priority))
      for (const hours of [2, 1]) {
        const { taskId } = await branch.task({ priority, dueAt: due(hours) });
        made.set(taskId, `${priority} ${hours}`);
      }
    const me = await branch.verifier();
    const given: (string | undefined)[] = [];
    for (let i = 0; i < made.size; i++) given.push(made.get((await claimNextTask(as(me))).taskId ?? ""));
    const urgentFirst = [...namesOf(Priority)].reverse();
    expect(given).toEqual(urgentFirst.flatMap((priority) => [`${priority} 1`, `${priority} 2`]));
    expect(await claimNextTask(as(me))).toEqual({ taskId: null });
  });

  test("passes over what I may not verify", async () => {
    const branch = await aBranch();
    const me = await branch.verifier({ qualifications: ["PHONE_CALL"] });
    await branch.verifier();
    await branch.task({}, { collectedBy: me.accountId });
    await branch.task({ requestedBy: me.accountId });
    await branch.task({ method: "SITE_VISIT" });
    expect(await claimNextTask(as(me))).toEqual({ taskId: null });
  });

  test("hands out what a claim has run out on", async () => {
    const branch = await aBranch();
    const [me, other] = [await branch.verifier(), await branch.verifier()];
    const { taskId } = await branch.task({ assigneeId: other.accountId });
    expect(await claimNextTask(as(me))).toEqual({ taskId: null });
    expect(await claimNextTask(as(me, later(1)))).toEqual({ taskId });
  });

  test("gives back what was returned to me before what is no more urgent, and after what is", async () => {
    const branch = await aBranch();
    const me = await branch.verifier();
    const routine = await branch.task({ dueAt: later(-1).toISOString() });
    const urgent = await branch.task({ priority: "URGENT" });
    const back = await branch.task({ status: "RETURNED", assigneeId: me.accountId, claimedUntil: null });
    const given: unknown[] = [];
    for (let i = 0; i < 3; i++) given.push((await claimNextTask(as(me))).taskId);
    expect(given).toEqual([urgent.taskId, back.taskId, routine.taskId]);
  });

  test("does not give both tasks about a record to one person", async () => {
    const branch = await aBranch();
    const [me, other] = [await branch.verifier(), await branch.verifier()];
    const { recordId, taskId } = await branch.task();
    const { customerId } = await ground.record(recordId);

    const about = { customerId, category: "OPERATION", method: "SITE_VISIT", cause: "ROUTINE" } as const;
    await ground.database.withViewer(me, "WRITE", ({ orm }) =>
      openTask(orm, { now: NOW, actorId: null }, { ...about, requestedBy: null, recordIds: [recordId] }),
    );
    expect((await claimNextTask(as(me))).taskId).toBe(taskId);
    expect((await claimNextTask(as(me))).taskId).toBeNull();
    expect((await claimNextTask(as(other))).taskId).not.toBeNull();
  });

  test("hands out to a verifier without a branch, or in another role, nothing", async () => {
    expect(await claimNextTask(as(await ground.aVerifier({ branchId: null })))).toEqual({ taskId: null });
    expect(await claimNextTask(as(ground.reviewer))).toEqual({ taskId: null });
  });
});

describe("a branch with nobody eligible", () => {
  const isTaken = async (task: object, people: readonly object[], record: object = {}) => {
    const branch = await aBranch();
    for (const person of people) await branch.verifier(person);
    const { taskId } = await branch.task({ priority: "URGENT", dueAt: later(-1000).toISOString(), ...task }, record);
    const stranger = (await aBranch()).verifier;
    const me = await stranger();
    const given = await claimNextTask(as(me));
    if (given.taskId !== taskId && given.taskId !== null)
      await releaseTask(as(me), { id: given.taskId, version: (await ground.task(given.taskId)).version });
    return given.taskId === taskId;
  };

  test("offers its tasks to all branches", async () => {
    expect(await isTaken({}, [])).toBe(true);
  });

  test.each([
    ["nobody there is trained in the method", [{ qualifications: ["SITE_VISIT"] }]],
    ["whoever is trained there is disabled", [{ disabledAt: NOW.toISOString() }]],
    ["whoever is trained there acts as something else", [{ roles: ["COLLECTOR"] }]],
  ])("is one where %s", async (_, people) => {
    expect(await isTaken({}, people)).toBe(true);
  });

  test("is not one where somebody is, however busy", async () => {
    expect(await isTaken({}, [{ qualifications: ["PHONE_CALL"] }])).toBe(false);
  });

  test("opens a task to whoever claims it by its id, too, if they may", async () => {
    const branch = await aBranch();
    const { taskId } = await branch.task();
    const untrained = await ground.aVerifier({ qualifications: [] });
    await expectRefusal(() => claimTask(as(untrained), { id: taskId, version: 1 }), "NOT_FOUND");
    await claimTask(as(ground.stranger), { id: taskId, version: 1 });
    await releaseTask(as(ground.stranger), { id: taskId, version: 2 });
  });
});
