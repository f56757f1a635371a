import { and, asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { compareNewRecords } from "../../src/commands/compare-new-records.js";
import { conflict, informationRecord, taskRecord, taskState, verificationTask } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { givenCustomer, givenRecord, NOW } from "../support/factory.js";

let ground: Ground;
let customerId: string;
beforeAll(async () => {
  ground = await openGround();
});
beforeEach(async () => {
  customerId = (await givenCustomer(ground.database, { branchId: ground.branchId })).id;
});
afterAll(() => ground.database.close());

type Overrides = Partial<Parameters<typeof givenRecord>[2]>;

const given = (overrides: Overrides = {}, category: "OPERATION" | "FINANCIAL" | "CONTACT" | "CREDIT" = "OPERATION") =>
  givenRecord(ground.database, category, {
    customerId,
    collectedBy: ground.collector.accountId,
    comparedAt: null,
    ...overrides,
  });

const compare = (now = NOW, until?: Date) =>
  compareNewRecords({
    database: ground.database,
    now,
    ...(until && { answeredUntil: () => until }),
    timeZone: "Asia/Shanghai",
    fourEyes: "strict",
  });

const read = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
  ground.database.withViewer(SYSTEM, "READ", work);

const conflicts = () => read(({ orm }) => orm.select().from(conflict).where(eq(conflict.customerId, customerId)));

const tasks = () =>
  read(({ orm }) =>
    orm
      .select({ task: verificationTask, recordId: taskRecord.recordId, actorId: taskState.actorId })
      .from(verificationTask)
      .innerJoin(taskRecord, eq(taskRecord.taskId, verificationTask.id))
      .innerJoin(taskState, eq(taskState.taskId, verificationTask.id))
      .where(eq(verificationTask.customerId, customerId))
      .orderBy(asc(taskRecord.recordId)),
  );

const EARLIER = "2026-03-01T00:00:00Z";

describe("a new record that contradicts another live one of its series", () => {
  it("opens a conflict that names both, the older first, and the fields", async () => {
    const newer = await given({ operatingState: "Closed", employees: 3 });
    const older = await given({ operatingState: "Running", employees: 3, recordedAt: EARLIER });
    await compare();
    expect(await conflicts()).toMatchObject([
      { firstId: older.id, secondId: newer.id, fields: ["operatingState"], resolution: null, version: 1 },
    ]);
  });

  it("opens it only once no answer that may show the record is being made", async () => {
    await given();
    await given({ operatingState: "Closed" });
    await compare(NOW, new Date(NOW.getTime() - 1));
    expect(await conflicts()).toEqual([]);
    await compare(NOW, NOW);
    expect(await conflicts()).toHaveLength(1);
  });

  it("opens an urgent task over both, due in 24 hours, which the archive itself asks for", async () => {
    const ids = [(await given()).id, (await given({ operatingState: "Closed" })).id].sort();
    await compare();
    const opened = await tasks();
    expect(opened.map(({ recordId }) => recordId)).toEqual(ids);
    for (const { task, actorId } of opened) {
      expect(task).toMatchObject({
        cause: "CONTRADICTION",
        priority: "URGENT",
        status: "OPEN",
        method: "SITE_VISIT",
        requestedBy: null,
      });
      expect(new Date(task.dueAt).getTime() - NOW.getTime()).toBe(24 * 3_600_000);
      expect(actorId).toBeNull();
    }
  });

  it("opens no task where both are assessments: a reviewer decides, no verifier is shown them", async () => {
    await given({}, "CREDIT");
    await given({ rating: "D" }, "CREDIT");
    await compare();
    expect(await conflicts()).toMatchObject([{ category: "CREDIT", fields: ["rating"] }]);
    expect(await tasks()).toEqual([]);
  });

  it("is compared once: done again nothing more is opened, whatever is new meanwhile", async () => {
    await given();
    await given({ operatingState: "Closed" });
    await compare();
    await compare();
    expect([(await conflicts()).length, (await tasks()).length]).toEqual([1, 2]);
    await given({ operatingState: "Closed" });
    await compare();
    expect([(await conflicts()).length, (await tasks()).length]).toEqual([2, 4]);
  });

  it("is compared once by many at the same time", async () => {
    for (const operatingState of ["Running", "Closed", "Moved"]) await given({ operatingState });
    await Promise.all([compare(), compare(), compare()]);
    expect([(await conflicts()).length, (await tasks()).length]).toEqual([2, 4]);
  });
});

describe("no conflict is opened", () => {
  it.each<[string, Overrides, Overrides]>([
    ["where one says nothing", { employees: null }, { employees: 3 }],
    ["where both say the same in another spelling", { operatingState: "ＡＢ c" }, { operatingState: "ab  C" }],
    ["for another series", {}, { operatingState: "Closed", series: "another" }],
    [
      "where validity does not overlap",
      { validTo: "2026-04-01" },
      { operatingState: "Closed", validFrom: "2026-04-01" },
    ],
    ...(["RETURNED", "ERASED"] as const).map((status): [string, Overrides, Overrides] => [
      `with a record that is ${status}`,
      { status },
      { operatingState: "Closed" },
    ]),
    ["with a sealed record", { status: "ARCHIVED", archivedAt: EARLIER }, { operatingState: "Closed" }],
    ["with a restricted record", { status: "RESTRICTED", restrictedFrom: "VERIFIED" }, { operatingState: "Closed" }],
  ])("%s", async (_, first, second) => {
    await given(first);
    await given(second);
    await compare();
    expect(await conflicts()).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  it("between a correction and what it corrects, however long the chain", async () => {
    const wrong = await given({ operatingState: "1" });
    const returned = await given({ operatingState: "2", correctsId: wrong.id, status: "RETURNED" });
    await given({ operatingState: "3", correctsId: returned.id });
    await compare();
    expect(await conflicts()).toEqual([]);
  });

  it("with another customer's record", async () => {
    await given({ customerId: ground.elsewhereId });
    await given({ operatingState: "Closed" });
    await compare();
    expect(await conflicts()).toEqual([]);
  });
});

describe("two corrections of one record", () => {
  it("contradict each other like any two", async () => {
    const wrong = await given({ operatingState: "1", status: "RETURNED" });
    await given({ operatingState: "2", correctsId: wrong.id });
    await given({ operatingState: "3", correctsId: wrong.id });
    await compare();
    expect(await conflicts()).toHaveLength(1);
  });
});

describe("a restricted record", () => {
  it("waits: it is compared once it may be processed again", async () => {
    const { id } = await given({ status: "RESTRICTED", restrictedFrom: "IN_VERIFICATION" });
    await given({ operatingState: "Closed" });
    await compare();
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .update(informationRecord)
        .set({ status: "IN_VERIFICATION", restrictedFrom: null, comparedAt: null })
        .where(eq(informationRecord.id, id)),
    );
    await compare();
    expect(await conflicts()).toHaveLength(1);
  });
});

describe("thousands of new records", () => {
  it("are compared in one go, and none is left", async () => {
    const values = Array.from({ length: 1200 }, (_, i) => ({
      customerId,
      category: "CONTACT" as const,
      series: `person ${i % 1100}`,
      personName: `person ${i % 1100}`,
      mobile: String(13_800_000_000 + i),
      status: "IN_VERIFICATION" as const,
      channel: "DIRECT_CONTACT" as const,
      collectedBy: ground.collector.accountId,
      collectedAt: NOW.toISOString(),
      recordedAt: NOW.toISOString(),
      validFrom: "2026-03-10",
    }));
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(informationRecord).values(values));
    await compare();
    expect(await conflicts()).toHaveLength(100);
    const left = await read(({ orm }) =>
      orm
        .select({ id: informationRecord.id })
        .from(informationRecord)
        .where(and(eq(informationRecord.customerId, customerId), isNull(informationRecord.comparedAt))),
    );
    expect(left).toEqual([]);
  });
});
