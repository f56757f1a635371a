import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { approveRecord } from "../../src/commands/approve-record.js";
import { compareNewRecords } from "../../src/commands/compare-new-records.js";
import { resolveConflict } from "../../src/commands/resolve-conflict.js";
import { conflict, informationRecord, taskRecord, verificationTask } from "../../src/db/tables/index.js";
import { LIVE_STATUSES } from "../../src/domain/record.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenCustomer, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let reviewer: Viewer;
beforeAll(async () => {
  ground = await openGround();
  reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"], branchId: ground.branchId });
});
afterAll(() => ground.database.close());

/** What a record says of how many a company employs, and of how many lawsuits it has; null: nothing. */
type Said = readonly [employees: number | null, litigationCount: number | null];

const read = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
  ground.database.withViewer(SYSTEM, "READ", work);

const compare = () =>
  compareNewRecords({ database: ground.database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" });

/** Records of one series that say this, recorded one after the other. */
const rowsOf = (customerId: string, said: readonly Said[], from = 0) =>
  said.map(([employees, litigationCount], i) => ({
    id: randomUUID(),
    customerId,
    category: "OPERATION" as const,
    series: "customer",
    operatingState: "Running",
    employees,
    litigationCount,
    status: "VERIFIED" as const,
    corroboration: "FULL" as const,
    channel: "DIRECT_CONTACT" as const,
    collectedBy: ground.collector.accountId,
    collectedAt: NOW.toISOString(),
    recordedAt: new Date(NOW.getTime() + from + i).toISOString(),
    validFrom: "2026-03-10",
  }));

const givenSeries = async (said: readonly Said[]) => {
  const { id: customerId } = await givenCustomer(ground.database, { branchId: ground.branchId });
  const byId = new Map<string, Said>();
  /** Together: nothing is compared before all are there. */
  const add = async (more: readonly Said[]): Promise<void> => {
    const rows = rowsOf(customerId, more, byId.size);
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(informationRecord).values(rows));
    for (const [i, { id }] of rows.entries()) byId.set(id, more[i] as Said);
  };
  await add(said);

  const live = () =>
    read(({ orm }) =>
      orm
        .select()
        .from(informationRecord)
        .where(eq(informationRecord.customerId, customerId))
        .orderBy(informationRecord.recordedAt),
    ).then((rows) => rows.filter(({ status }) => LIVE_STATUSES.some((each) => each === status)));
  const all = () => read(({ orm }) => orm.select().from(conflict).where(eq(conflict.customerId, customerId)));
  const open = async () => (await all()).filter(({ resolvedAt }) => resolvedAt === null);
  const openTasks = () =>
    read(({ orm }) =>
      orm
        .select({ id: verificationTask.id, recordId: taskRecord.recordId })
        .from(verificationTask)
        .innerJoin(taskRecord, eq(taskRecord.taskId, verificationTask.id))
        .where(and(eq(verificationTask.customerId, customerId), eq(verificationTask.status, "OPEN"))),
    ).then((rows) => new Set(rows.map(({ id }) => id)).size);
  return { byId, add, live, all, open, openTasks };
};

type Series = Awaited<ReturnType<typeof givenSeries>>;

const contradict = (one: Said, other: Said): boolean =>
  [0, 1].some((i) => one[i] !== null && other[i] !== null && one[i] !== other[i]);

/** Live records that another live one contradicts, where nobody has decided between the two. */
const contradicted = async ({ byId, live, all }: Series): Promise<string[]> => {
  const [records, decided] = [await live(), (await all()).filter(({ resolvedAt }) => resolvedAt !== null)];
  const isDecided = (a: string, b: string) =>
    decided.some(({ firstId, secondId }) => [firstId, secondId].sort().join() === [a, b].sort().join());
  const said = (id: string): Said => byId.get(id) ?? [null, null];
  return records.flatMap(({ id }) =>
    records.some((other) => other.id !== id && !isDecided(id, other.id) && contradict(said(id), said(other.id)))
      ? [id]
      : [],
  );
};

/** That each of those is in a conflict, that there are fewer conflicts than records, and no more tasks. */
const expectAllSeen = async (series: Series, records: number): Promise<void> => {
  const open = await series.open();
  const inOne = new Set(open.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const unseen = (await contradicted(series)).filter((id) => !inOne.has(id));
  expect(unseen).toEqual([]);
  expect(open.length).toBeLessThan(Math.max(records, 1));
  expect(await series.openTasks()).toBeLessThanOrEqual(open.length);
};

const RESOLUTIONS = ["KEEP_FIRST", "KEEP_SECOND", "NEITHER"] as const;
type Choice = { readonly nth: number; readonly resolution: (typeof RESOLUTIONS)[number] };

/** Of two of which one was sent back by another decision, who decides keeps the other one. */
const keeping = (resolution: Choice["resolution"], first: boolean, second: boolean): Choice["resolution"] => {
  if (first === second) return resolution;
  return first ? "KEEP_FIRST" : "KEEP_SECOND";
};

/** Decides on one conflict after another, until there is none left. */
const decideAll = async (series: Series, records: number, choose: (step: number) => Choice): Promise<void> => {
  for (let step = 0; ; step++) {
    await compare();
    await expectAllSeen(series, records);
    const open = await series.open();
    if (open.length === 0) return;
    const { nth, resolution } = choose(step);
    const { id, version, firstId, secondId } = open[nth % open.length] as (typeof open)[number];
    const stands = new Set((await series.live()).map((each) => each.id));
    await resolveConflict(commandContext(ground.database, reviewer), {
      id,
      version,
      resolution:
        resolution === "NEITHER" ? resolution : keeping(resolution, stands.has(firstId), stands.has(secondId)),
      reason: "The original says so",
    });
  }
};

describe("records that all contradict each other", { timeout: 120_000 }, () => {
  const N = 16;
  const said = Array.from({ length: N }, (_, i): Said => [i, i]);

  it.each([
    ["the first of the two", (): Choice => ({ nth: 0, resolution: "KEEP_FIRST" })],
    ["the second of the two", (): Choice => ({ nth: 0, resolution: "KEEP_SECOND" })],
    [
      "one and the other in turns",
      (step: number): Choice => ({ nth: step, resolution: step % 2 ? "KEEP_FIRST" : "KEEP_SECOND" }),
    ],
    ["the second, from the end", (): Choice => ({ nth: 10_000_019, resolution: "KEEP_SECOND" })],
  ])("end with one that stands, keeping %s, and make no more than two conflicts a record", async (_, choose) => {
    const series = await givenSeries(said);
    await compare();
    expect(await series.open()).toHaveLength(N / 2);
    await decideAll(series, N, choose);
    expect(await series.live()).toHaveLength(1);
    expect((await series.all()).length).toBeLessThan(2 * N);
  });

  it("are each in one conflict where they come one by one, too", async () => {
    const series = await givenSeries(said.slice(0, 2));
    for (let i = 2; i < 8; i++) {
      await compare();
      await expectAllSeen(series, i);
      await series.add([[i, null]]);
    }
  });

  it("of which hundreds come at once make half as many conflicts", async () => {
    const series = await givenSeries(Array.from({ length: 1201 }, (_, i): Said => [i, null]));
    await compare();
    expect(await series.open()).toHaveLength(601);
  });
});

describe("records of which some contradict some", () => {
  const someSaid: fc.Arbitrary<Said> = fc.tuple(fc.constantFrom(null, 1, 2, 3), fc.constantFrom(null, 1, 2));
  const choices = fc.array(fc.record({ nth: fc.nat(50), resolution: fc.constantFrom(...RESOLUTIONS) }), {
    minLength: 1,
  });

  it("are never unseen, and end with none that contradicts another", { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(someSaid, { minLength: 2, maxLength: 9 }), choices, async (said, chosen) => {
        const series = await givenSeries(said);
        await decideAll(series, said.length, (step) => chosen[step % chosen.length] as Choice);
        expect(await contradicted(series)).toEqual([]);
      }),
      { numRuns: 25 },
    ),
  );
});

describe("a record is not approved", () => {
  const approver = () => givenAccount(ground.database, { roles: ["REVIEWER"], branchId: ground.branchId });
  const approve = async (id: string) => {
    const [found] = await read(({ orm }) => orm.select().from(informationRecord).where(eq(informationRecord.id, id)));
    return approveRecord(commandContext(ground.database, await approver()), { id, version: found?.version ?? 0 });
  };

  it("before it is held against the others, nor between the one conflict and the next", async () => {
    const series = await givenSeries([
      [1, null],
      [2, null],
      [3, null],
    ]);
    const [first, second] = [...series.byId.keys()] as [string, string];
    await expectRefusal(() => approve(first), "INVALID_TRANSITION", "conflict");
    await compare();
    await expectRefusal(() => approve(first), "INVALID_TRANSITION", "conflict");
    const open = (await series.open()).find(({ firstId, secondId }) => firstId === first && secondId === second);
    await resolveConflict(commandContext(ground.database, reviewer), {
      id: open?.id as string,
      version: 1,
      resolution: "KEEP_FIRST",
      reason: "The original says so",
    });
    expect(
      await read(({ orm }) =>
        orm.$count(informationRecord, and(eq(informationRecord.id, first), isNull(informationRecord.comparedAt))),
      ),
    ).toBe(1);
    await expectRefusal(() => approve(first), "INVALID_TRANSITION", "conflict");
    await compare();
    await expectRefusal(() => approve(first), "INVALID_TRANSITION", "conflict");
  });
});

describe("whoever collected a record of a series in conflict", () => {
  it("decides on no other conflict of that series", async () => {
    const series = await givenSeries([
      [1, null],
      [2, null],
      [3, null],
      [4, null],
    ]);
    await compare();
    const [one, other] = await series.open();
    const judge = await givenAccount(ground.database, { roles: ["REVIEWER"], branchId: ground.branchId });
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .update(informationRecord)
        .set({ collectedBy: judge.accountId })
        .where(eq(informationRecord.id, other?.firstId as string)),
    );
    const input = { id: one?.id as string, version: 1, resolution: "NEITHER" as const, reason: "The original says so" };
    await expectRefusal(() => resolveConflict(commandContext(ground.database, judge), input), "FORBIDDEN");
    await resolveConflict(commandContext(ground.database, reviewer), input);
  });
});
