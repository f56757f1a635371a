import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { type ResolveConflictInput, resolveConflict } from "../../src/commands/resolve-conflict.js";
import { conflict, informationRecord, recordState, taskRecord, verificationTask } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let reviewer: Viewer;
beforeAll(async () => {
  ground = await openGround();
  reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"] });
});
afterAll(() => ground.database.close());

const write = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
  ground.database.withViewer(SYSTEM, "WRITE", work);

const record = (overrides: object = {}) =>
  givenRecord(ground.database, "OPERATION", {
    customerId: ground.customerId,
    collectedBy: ground.collector.accountId,
    validFrom: "2026-01-01",
    ...overrides,
  });

/** A conflict between two records, with its urgent task over both and a routine one over the second. */
const given = async (first: object = {}, second: object = {}, task: object = {}) => {
  const series = randomUUID();
  const [a, b] = [await record({ series, ...first }), await record({ series, operatingState: "Closed", ...second })];
  const urgent = await givenTask(ground.database, a, { cause: "CONTRADICTION", ...task });
  const routine = await givenTask(ground.database, b);
  const id = randomUUID();
  const of = { customerId: ground.customerId, category: "OPERATION" as const };
  await write(async ({ orm }) => {
    await orm.insert(taskRecord).values({ taskId: urgent.id, recordId: b.id, ...of });
    await orm
      .insert(conflict)
      .values({ id, ...of, firstId: a.id, secondId: b.id, fields: ["operatingState"], openedAt: NOW.toISOString() });
  });
  return { id, first: a.id, second: b.id, urgent: urgent.id, routine: routine.id };
};

const resolve = (id: string, input: Partial<ResolveConflictInput>, viewer = reviewer) =>
  resolveConflict(commandContext(ground.database, viewer), {
    id,
    version: 1,
    resolution: "KEEP_FIRST",
    reason: "The register says so",
    ...input,
  });

const stored = async (id: string) => {
  const [row] = await write(({ orm }) => orm.select().from(informationRecord).where(eq(informationRecord.id, id)));
  return row;
};

const taskStatus = async (id: string) => {
  const [row] = await write(({ orm }) => orm.select().from(verificationTask).where(eq(verificationTask.id, id)));
  return row?.status;
};

const storedConflict = async (id: string) => {
  const [row] = await write(({ orm }) => orm.select().from(conflict).where(eq(conflict.id, id)));
  return row;
};

const SEALED = { status: "ARCHIVED", archivedAt: NOW.toISOString() };

describe("resolving a conflict", () => {
  it.each([
    ["KEEP_FIRST", "IN_VERIFICATION", "RETURNED"],
    ["KEEP_SECOND", "RETURNED", "IN_VERIFICATION"],
    ["NEITHER", "RETURNED", "RETURNED"],
  ] as const)("by %s leaves the first %s and the second %s, and says why", async (resolution, first, second) => {
    const found = await given();
    await resolve(found.id, { resolution });
    const [a, b] = [await stored(found.first), await stored(found.second)];
    expect([a?.status, b?.status]).toEqual([first, second]);
    for (const row of [a, b])
      expect(row?.returnReason).toBe(row?.status === "RETURNED" ? "The register says so" : null);
    expect(await storedConflict(found.id)).toMatchObject({
      resolution,
      reason: "The register says so",
      resolvedBy: reviewer.accountId,
      version: 2,
    });
  });

  it("by BOTH_VALID ends the first where the second begins, and keeps it in their history", async () => {
    const found = await given({ validTo: "2026-12-01" }, { validFrom: "2026-02-01" });
    await resolve(found.id, { resolution: "BOTH_VALID", splitOn: "2026-03-01" });
    const of = { status: "IN_VERIFICATION", version: 2 };
    expect(await stored(found.first)).toMatchObject({ ...of, validFrom: "2026-01-01", validTo: "2026-03-01" });
    expect(await stored(found.second)).toMatchObject({ ...of, validFrom: "2026-03-01", validTo: null });
    const states = await write(({ orm }) =>
      orm
        .select({ version: recordState.version })
        .from(recordState)
        .where(eq(recordState.recordId, found.first))
        .orderBy(asc(recordState.version)),
    );
    expect(states.at(-1)).toEqual({ version: 2 });
    expect([await taskStatus(found.urgent), await taskStatus(found.routine)]).toEqual(["CANCELLED", "OPEN"]);
  });

  it.each([
    ["KEEP_FIRST", "CANCELLED"],
    ["KEEP_SECOND", "OPEN"],
  ] as const)(
    "by %s calls off the urgent task; a task over the second alone is then %s",
    async (resolution, routine) => {
      const found = await given();
      await resolve(found.id, { resolution });
      expect([await taskStatus(found.urgent), await taskStatus(found.routine)]).toEqual(["CANCELLED", routine]);
    },
  );

  it("closes the urgent task when its findings are handed in", async () => {
    const assigneeId = ground.clerk.accountId;
    const found = await given({}, {}, { status: "SUBMITTED", assigneeId, claimedUntil: null });
    await resolve(found.id, {});
    expect(await taskStatus(found.urgent)).toBe("CLOSED");
  });

  it("leaves alone what is sealed, though it loses", async () => {
    const found = await given(SEALED);
    await resolve(found.id, { resolution: "KEEP_SECOND" });
    expect((await stored(found.first))?.status).toBe("ARCHIVED");
  });
});

describe("a conflict is not resolved", () => {
  it.each([["first"], ["second"]] as const)("by who collected the %s of the two", async (side) => {
    const by = { collectedBy: reviewer.accountId };
    const found = await given(side === "first" ? by : {}, side === "second" ? by : {});
    await expectRefusal(() => resolve(found.id, {}), "FORBIDDEN");
    expect((await storedConflict(found.id))?.resolution).toBeNull();
    expect((await stored(found.second))?.status).toBe("IN_VERIFICATION");
  });

  it("twice", async () => {
    const found = await given();
    await resolve(found.id, {});
    await expectRefusal(() => resolve(found.id, { version: 2 }), "INVALID_TRANSITION");
  });

  it("from a stale version, without a reason, or where there is none", async () => {
    const { id } = await given();
    await expectRefusal(() => resolve(id, { version: 2 }), "CONFLICT", "version");
    await expectRefusal(() => resolve(id, { reason: " " }), "BAD_USER_INPUT", "reason");
    await expectRefusal(() => resolve(randomUUID(), {}), "NOT_FOUND", "id");
    await expectRefusal(() => resolve("no id", {}), "NOT_FOUND", "id");
  });

  it("while one of its records is restricted", async () => {
    const { id } = await given({ status: "RESTRICTED", restrictedFrom: "VERIFIED" });
    await expectRefusal(() => resolve(id, {}), "INVALID_TRANSITION");
  });

  it("by a split of what is sealed", async () => {
    const { id } = await given(SEALED);
    const split = { resolution: "BOTH_VALID", splitOn: "2026-02-01" } as const;
    await expectRefusal(() => resolve(id, split), "INVALID_TRANSITION");
  });

  it.each([
    ["before the first begins", "2026-01-01"],
    ["after the first ends", "2026-07-01"],
    ["before the second begins", "2026-01-15"],
    ["that is no day", "2026-02-30"],
    ["that is not named", null],
  ])("by a split on a day %s", async (_, splitOn) => {
    const { id } = await given({ validTo: "2026-06-01" }, { validFrom: "2026-02-01" });
    await expectRefusal(() => resolve(id, { resolution: "BOTH_VALID", splitOn }), "BAD_USER_INPUT", "splitOn");
    await expectRefusal(() => resolve(id, { splitOn: "2026-03-01" }), "BAD_USER_INPUT", "splitOn");
  });
});
