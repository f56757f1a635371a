import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyQueue, givenApiAccount, givenApiBranch, nodeIdOf } from "../support/api-tasks.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_AT } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
  await archive.settled();
  await emptyQueue(archive);
});
afterAll(() => archive.close());

const TASK = "task { id status version assignee { id } claimedUntil returnReason allowedActions }";
const act = (mutation: string, type = "TaskInput") =>
  `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${TASK} } }`;
const seen = async (username: string, id: string) =>
  (await archive.ask(username, "query ($id: ID!) { verificationTask(id: $id) { allowedActions version } }", { id }))
    .data.verificationTask;

const refusal = ({ errors }: Awaited<ReturnType<Archive["ask"]>>) => errors?.[0]?.extensions.code;

/** A branch with one verifier and a task in it. */
const ground = async (username: string, more: object = {}) => {
  const branch = await givenApiBranch(archive);
  const accountId = await givenApiAccount(archive, username, { branchId: branch.branchId, ...more });
  const { taskId, recordId } = await branch.task();
  return { ...branch, accountId, id: nodeIdOf("vt", taskId), recordId: nodeIdOf("ir", recordId) };
};

describe("a task in the queue", () => {
  test("goes from hand to hand, and says at every step what I may do", async () => {
    const { id, branchId } = await ground("hands-1");
    await givenApiAccount(archive, "hands-2", { branchId });
    expect(await seen("hands-1", id)).toEqual({ allowedActions: ["CLAIM"], version: 1 });
    expect(await seen("reviewer", id)).toEqual({ allowedActions: ["REASSIGN", "CANCEL"], version: 1 });
    expect(await seen("archivist", id)).toEqual({ allowedActions: [], version: 1 });

    const { data } = await archive.ask("hands-1", act("claimTask"), { input: { id, version: 1 } });
    expect(data.claimTask.task).toMatchObject({ status: "CLAIMED", version: 2, allowedActions: ["RELEASE", "SUBMIT"] });
    expect(await seen("hands-2", id)).toEqual({ allowedActions: [], version: 2 });

    const twice = await archive.ask("hands-2", act("claimTask"), { input: { id, version: 2 } });
    expect(refusal(twice)).toBe("INVALID_TRANSITION");
    const stale = await archive.ask("hands-1", act("releaseTask"), { input: { id, version: 1 } });
    expect(refusal(stale)).toBe("CONFLICT");
    const released = await archive.ask("hands-1", act("releaseTask"), { input: { id, version: 2 } });
    expect(released.data.releaseTask.task).toMatchObject({ status: "OPEN", version: 3, assignee: null });
  });

  test("given to somebody by a reviewer is theirs", async () => {
    const { id, accountId } = await ground("given-1");
    const input = { id, version: 1, assigneeId: nodeIdOf("pe", accountId), reason: "Knows the place" };
    const { data } = await archive.ask("reviewer", act("reassignTask", "ReassignTaskInput"), { input });
    expect(data.reassignTask.task).toMatchObject({ status: "CLAIMED", assignee: { id: nodeIdOf("pe", accountId) } });
    expect((await seen("given-1", id)).allowedActions).toEqual(["RELEASE", "SUBMIT"]);
  });

  test("is called off with a reason", async () => {
    const { id } = await ground("off-1");
    const input = { id, version: 1, reason: "Opened twice" };
    const { data } = await archive.ask("reviewer", act("cancelTask", "CancelTaskInput"), { input });
    expect(data.cancelTask.task).toMatchObject({ status: "CANCELLED", allowedActions: [] });
  });

  test("is asked for by a reviewer, who is told of it in the answer", async () => {
    const { recordId } = await ground("asked-1");
    const input = { recordId, version: 1 };
    const query = `mutation ($input: RequestVerificationInput!) { requestVerification(input: $input) {
      task { cause priority method status records { id status } } } }`;
    const { data } = await archive.ask("reviewer", query, { input });
    expect(data.requestVerification.task).toEqual({
      cause: "REQUEST",
      priority: "HIGH",
      method: "SITE_VISIT",
      status: "OPEN",
      records: [{ id: recordId, status: "IN_VERIFICATION" }],
    });
  });

  test("is no longer mine once the 72 hours are over, whether or not anybody came by", async () => {
    const { accountId, task } = await ground("lapse-1");
    await archive.settled();
    const { taskId } = await task({ assigneeId: accountId, claimedUntil: SEEDED_AT.toISOString() });
    const id = nodeIdOf("vt", taskId);
    expect(await seen("lapse-1", id)).toEqual({ allowedActions: ["CLAIM"], version: 1 });
    const late = await archive.ask("lapse-1", act("releaseTask"), { input: { id, version: 1 } });
    expect(refusal(late)).toBe("INVALID_TRANSITION");
  });
});

describe("four eyes", () => {
  test("say beforehand what they would refuse", async () => {
    const { task, branchId } = await givenApiBranch(archive);
    const collectedBy = await givenApiAccount(archive, "eyes-1", { branchId });
    await givenApiAccount(archive, "eyes-2", { branchId });
    const { taskId } = await task({}, { collectedBy });
    const id = nodeIdOf("vt", taskId);
    expect((await seen("eyes-1", id)).allowedActions).toEqual([]);
    expect((await seen("eyes-2", id)).allowedActions).toEqual(["CLAIM"]);
    const answer = await archive.ask("eyes-1", act("claimTask"), { input: { id, version: 1 } });
    expect(refusal(answer)).toBe("FORBIDDEN");
    expect(answer.errors?.[0]?.extensions.help).toContain("COLLECTOR");
  });
});

describe("a task offered to all branches", () => {
  const EVERYTHING = `id allowedActions customer { name } assignee { displayName }
    records { id status disclosure customer { name } verificationTasks { id } corrects { id } supersedes { id } supersededBy { id }
      source { consent { id } derivedFrom { id } } ... on OperationRecord { operatingState } }`;

  test("opens itself and its records to whoever holds it, and nothing else of that customer", async () => {
    const theirs = await givenApiBranch(archive);
    const { taskId, recordId } = await theirs.task();
    const other = await theirs.task();
    const corrected = await theirs.task({}, { correctsId: recordId });
    await givenApiAccount(archive, "offered-1", { branchId: (await givenApiBranch(archive)).branchId });
    const [task, record, customer] = [
      nodeIdOf("vt", taskId),
      nodeIdOf("ir", recordId),
      nodeIdOf("cu", theirs.customer.id),
    ];

    const reach = async () => {
      const query = `query ($task: ID!, $record: ID!, $customer: ID!, $ids: [ID!]!, $name: String!) {
        verificationTask(id: $task) { ${EVERYTHING} } informationRecord(id: $record) { id }
        customer(id: $customer) { name } nodes(ids: $ids) { id }
        verificationTasks(first: 50) { nodes { id } } informationRecords(first: 50) { nodes { id } }
        named: verificationTasks(filter: { customer: { name: { eq: $name } } }) { totalCount }
        unnamed: verificationTasks(filter: { not: { customer: { name: { eq: $name } } } }) { totalCount } }`;
      const ids = [other, corrected].flatMap((each) => [nodeIdOf("vt", each.taskId), nodeIdOf("ir", each.recordId)]);
      const variables = { task, record, customer, ids, name: theirs.customer.name };
      return (await archive.ask("offered-1", query, variables)).data;
    };

    expect(await reach()).toMatchObject({ verificationTask: null, informationRecord: null });
    const { data, errors } = await archive.ask("offered-1", act("claimTask"), { input: { id: task, version: 1 } });
    expect(errors).toBeUndefined();
    expect(data.claimTask.task).toMatchObject({ id: task, status: "CLAIMED" });
    expect(await reach()).toEqual({
      verificationTask: {
        id: task,
        allowedActions: ["RELEASE", "SUBMIT"],
        customer: null,
        assignee: { displayName: "offered-1" },
        records: [
          {
            id: record,
            status: "IN_VERIFICATION",
            disclosure: "FULL",
            customer: null,
            verificationTasks: [{ id: task }],
            corrects: null,
            supersedes: null,
            supersededBy: null,
            source: { consent: null, derivedFrom: [] },
            operatingState: "RUNNING-7731",
          },
        ],
      },
      informationRecord: { id: record },
      customer: null,
      nodes: [null, null, null, null],
      verificationTasks: { nodes: [{ id: task }] },
      informationRecords: { nodes: [{ id: record }] },
      named: { totalCount: 0 },
      unnamed: { totalCount: 1 },
    });

    const released = await archive.ask("offered-1", act("releaseTask"), { input: { id: task, version: 2 } });
    expect([released.errors, released.data]).toEqual([undefined, { releaseTask: { task: null } }]);
    expect(await reach()).toMatchObject({ verificationTask: null, informationRecord: null });
  });
});

describe("disabling an account", () => {
  const disable =
    "mutation ($input: DisableAccountInput!) { disableAccount(input: $input) { account { id displayName } } }";

  test("ends its sign-in at once and puts its tasks back into the queue", async () => {
    const { id, accountId } = await ground("leaver-1");
    await archive.ask("leaver-1", act("claimTask"), { input: { id, version: 1 } });
    const person = nodeIdOf("pe", accountId);
    const { data, errors } = await archive.ask("admin", disable, { input: { id: person, version: 1 } });
    expect(errors).toBeUndefined();
    expect(data.disableAccount).toEqual({ account: { id: person, displayName: "leaver-1" } });
    const after = await archive.ask("leaver-1", "{ verificationTasks { totalCount } }");
    expect(refusal(after)).toBe("UNAUTHENTICATED");
    const { data: now } = await archive.ask(
      "reviewer",
      `query ($id: ID!) { verificationTask(id: $id) { status assignee { id } } }`,
      { id },
    );
    expect(now.verificationTask).toEqual({ status: "OPEN", assignee: null });
  });

  test("does not leave the archive without an administrator", async () => {
    const { data } = await archive.ask("admin", "{ viewer { id } }");
    const answer = await archive.ask("admin", disable, { input: { id: data.viewer.id, version: 1 } });
    expect(refusal(answer)).toBe("INVALID_TRANSITION");
  });
});
