import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { isFitPerson, verifierFacts } from "../../src/db/queries/task-facts.js";
import { Row } from "../../src/db/selection/row.js";
import { finding, verificationTask } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { excludedBy, type FourEyes, Part } from "../../src/domain/four-eyes.js";
import { unfitFor, type VerifierFacts } from "../../src/domain/task-actions.js";
import { type Ground, openGround } from "../support/commands.js";
import { givenAccount, givenRecord, givenTask, NOW } from "../support/factory.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const TASK = new Row("verification_task");
const now = sql`${NOW.toISOString()}::timestamptz`;

const ask = async (taskId: string, personId: string, mode: FourEyes) => {
  const person = sql`${personId}::uuid`;
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm
      .select({
        facts: sql<VerifierFacts>`${verifierFacts(TASK, person, now)}`,
        fit: sql<boolean>`${isFitPerson(mode, TASK, person, now)}`,
      })
      .from(verificationTask)
      .where(sql`${verificationTask.id} = ${taskId}`),
  );
  if (row === undefined) throw new Error("no task");
  return row;
};

const verifier = (more: object = {}) =>
  givenAccount(ground.database, {
    roles: ["VERIFIER"],
    branchId: ground.branchId,
    qualifications: ["PHONE_CALL"],
    ...more,
  });

/** A task of two records in which somebody has taken these parts, in one record or the other. */
const taskAfter = async (parts: readonly Part[], person: string) => {
  const { database, customerId, collector } = ground;
  const has = (part: Part) => parts.includes(part);
  const record = (more: object) =>
    givenRecord(database, "OPERATION", { customerId, collectedBy: collector.accountId, ...more });
  const first = await record(has("COLLECTOR") ? { collectedBy: person } : {});
  const second = await record({
    ...(has("APPROVER") ? { approvedBy: person } : {}),
    ...(has("ARCHIVER") ? { archivedBy: person } : {}),
  });
  const task = await givenTask(database, first, has("REQUESTER") ? { requestedBy: person } : {});
  const { id: taskId, category } = task;
  await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    orm.execute(sql`insert into verification_task_record values (${taskId}, ${second.id}, ${customerId}, ${category})`),
  );
  if (has("VERIFIER")) {
    const other = await givenTask(database, second, { method: "SITE_VISIT" });
    const found = { taskId: other.id, recordId: second.id, customerId, category, field: "operatingState" };
    const wrote = { ...found, result: "CONFIRMED", performedBy: person, foundAt: NOW.toISOString() } as const;
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(finding).values(wrote));
  }
  return task;
};

describe("who has tried before", () => {
  test.each([
    ["CONFIRMED", ["VERIFIER"]],
    ["CONTRADICTED", ["VERIFIER"]],
    ["INCONCLUSIVE", []],
    ["NOT_REACHED", []],
  ] as const)("and found it %s is %j: only who said something is a witness", async (result, taken) => {
    const { accountId } = await verifier();
    const task = await taskAfter(["VERIFIER"], accountId);
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.update(finding).set({ result }).where(sql`${finding.performedBy} = ${accountId}`),
    );
    const { facts, fit } = await ask(task.id, accountId, "strict");
    expect(facts.taken).toEqual(taken);
    expect(fit).toBe(taken.length === 0);
  });
});

const PARTS = namesOf(Part);
const SETS = Array.from({ length: 2 ** PARTS.length }, (_, bits) => PARTS.filter((_part, i) => bits & (2 ** i)));

describe.each(["strict", "small"] as const)("whether somebody is fit, %s", (mode) => {
  test.each(SETS.map((parts) => [parts.join(" and ") || "nothing", parts] as const))(
    "is the same to the queue and to the rule after having been %s",
    async (_, parts) => {
      const { accountId } = await verifier();
      const { facts, fit } = await ask((await taskAfter(parts, accountId)).id, accountId, mode);
      expect([...facts.taken].sort()).toEqual([...parts].sort());
      expect(unfitFor(mode, facts) === null).toBe(fit);
      expect(fit).toBe(!parts.some((part) => excludedBy(mode, Part.VERIFIER).includes(part)));
    },
  );

  test.each([
    ["a verifier trained in it", {}, true],
    ["one of several roles", { roles: ["VERIFIER", "REVIEWER"] }, true],
    ["one trained in something else", { qualifications: ["SITE_VISIT"] }, false],
    ["one trained in nothing", { qualifications: [] }, false],
    ["one who is disabled", { disabledAt: NOW.toISOString() }, false],
    ["one who does not verify", { roles: ["COLLECTOR"] }, false],
  ])("is the same to the queue and to the rule for %s", async (_, more, expected) => {
    const { accountId } = await verifier(more);
    const { facts, fit } = await ask((await taskAfter([], accountId)).id, accountId, mode);
    expect(fit).toBe(expected);
    expect(unfitFor(mode, facts) === null).toBe(expected);
  });
});

describe("another task about one of its records", () => {
  const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000).toISOString();
  test.each([
    ["CLAIMED", IN_AN_HOUR, true],
    ["CLAIMED", NOW.toISOString(), false],
    ["RETURNED", null, true],
    // Handed in, its findings tell: those above.
    ["SUBMITTED", null, false],
    ["CLOSED", null, false],
    ["CANCELLED", null, false],
  ] as const)("that is %s until %s makes its holder a verifier of it: %s", async (status, claimedUntil, expected) => {
    const { accountId } = await verifier();
    const record = await givenRecord(ground.database, "OPERATION", {
      customerId: ground.customerId,
      collectedBy: ground.collector.accountId,
    });
    await givenTask(ground.database, record, { method: "SITE_VISIT", assigneeId: accountId, status, claimedUntil });
    const task = await givenTask(ground.database, record);
    expect((await ask(task.id, accountId, "strict")).facts.taken).toEqual(expected ? ["VERIFIER"] : []);
  });
});
