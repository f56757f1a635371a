import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyQueue, givenApiAccount, givenApiBranch } from "../support/api-tasks.js";
import { type Archive, openArchive } from "../support/archive.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
  await archive.settled();
  await emptyQueue(archive);
});
afterAll(() => archive.close());

const NEXT = "mutation { claimNextTask { task { id status assignee { displayName } } } }";

test("fifty who ask for the next of twenty tasks at once are given twenty different ones, and thirty times none", async () => {
  const { branchId, task } = await givenApiBranch(archive);
  for (let i = 0; i < 20; i++) await task();
  const people = ["queue-1", "queue-2", "queue-3", "queue-4", "queue-5"];
  for (const person of people) await givenApiAccount(archive, person, { branchId });
  for (const person of people) await archive.ask(person, "{ viewer { username } }");

  const asked = Array.from({ length: 50 }, (_, i) => people[i % people.length] as string);
  const answers = await Promise.all(asked.map((person) => archive.ask(person, NEXT)));

  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  const given = answers.map(({ data }, i) => ({ person: asked[i], task: data.claimNextTask.task }));
  const handedOut = given.filter((each) => each.task !== null);
  expect(handedOut).toHaveLength(20);
  expect(new Set(handedOut.map(({ task: each }) => each.id)).size).toBe(20);
  for (const { person, task: each } of handedOut)
    expect(each).toMatchObject({ status: "CLAIMED", assignee: { displayName: person } });
});

test("one person who asks fifteen times at once holds ten", async () => {
  const { branchId, task } = await givenApiBranch(archive);
  for (let i = 0; i < 15; i++) await task();
  await givenApiAccount(archive, "queue-6", { branchId });
  await archive.ask("queue-6", "{ viewer { username } }");
  const answers = await Promise.all(Array.from({ length: 15 }, () => archive.ask("queue-6", NEXT)));
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "given");
  expect(codes.filter((code) => code === "given")).toHaveLength(10);
  expect(codes.filter((code) => code === "LIMIT_EXCEEDED")).toHaveLength(5);
});

test("one operation that asks twelve times ends at the eleventh: ten are held, and found by whom they are held", async () => {
  const { branchId, task } = await givenApiBranch(archive);
  for (let i = 0; i < 15; i++) await task();
  await givenApiAccount(archive, "queue-9", { branchId });
  const { data: me } = await archive.ask("queue-9", "{ viewer { id } }");
  const asks = Array.from({ length: 12 }, (_, i) => `n${i + 1}: claimNextTask { task { id } }`);
  const { data, errors } = await archive.ask("queue-9", `mutation { ${asks.join(" ")} }`);
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ path: ["n11"], extensions: { code: "LIMIT_EXCEEDED", limit: 10 } }]);
  const held = `query ($me: ID!) { verificationTasks(filter: { assigneeId: { eq: $me }, status: { eq: CLAIMED } }) { totalCount } }`;
  expect((await archive.ask("queue-9", held, { me: me.viewer.id })).data.verificationTasks.totalCount).toBe(10);
});

test("an empty queue is no error", async () => {
  const { branchId } = await givenApiBranch(archive);
  await givenApiAccount(archive, "queue-7", { branchId });
  await emptyQueue(archive);
  const { data, errors } = await archive.ask("queue-7", NEXT);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ claimNextTask: { task: null } });
});

test("sent again under its key it hands out the same task", async () => {
  const { branchId, task } = await givenApiBranch(archive);
  for (let i = 0; i < 2; i++) await task();
  await givenApiAccount(archive, "queue-8", { branchId });
  const headers = { "idempotency-key": "8e0f6f9c-1" };
  const first = await archive.ask("queue-8", NEXT, {}, headers);
  expect(first.data.claimNextTask.task).not.toBeNull();
  expect((await archive.ask("queue-8", NEXT, {}, headers)).data).toEqual(first.data);
});
