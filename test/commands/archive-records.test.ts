import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { archiveRecords } from "../../src/commands/archive-records.js";
import { verifyArchive } from "../../src/commands/verify-archive.js";
import { conflict, customer, majorEvent, recordState, taskRecord } from "../../src/db/tables/index.js";
import type { CategoryCode } from "../../src/domain/category-code.js";
import type { FourEyes } from "../../src/domain/four-eyes.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenCustomer, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";
import { givenFinding, storedRecord, storedTask } from "../support/review.js";

let ground: Ground;
let archivist: Viewer;
let reviewer: Viewer;
let customerId: string;
beforeAll(async () => {
  ground = await openGround();
  archivist = await givenAccount(ground.database, { roles: ["ARCHIVIST", "REVIEWER"] });
  reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"] });
});
beforeEach(async () => {
  customerId = (await givenCustomer(ground.database, { branchId: ground.branchId })).id;
});
afterAll(() => ground.database.close());

const AT = NOW.toISOString();
const LATER = new Date(NOW.getTime() + 60_000);

const given = (overrides: object = {}, category: CategoryCode = "FINANCIAL") =>
  givenRecord(ground.database, category, {
    customerId,
    collectedBy: ground.collector.accountId,
    approvedBy: reviewer.accountId,
    status: "APPROVED",
    corroboration: "FULL",
    ...overrides,
  });

const stored = (id: string) => storedRecord(ground.database, id);
const inContext = (viewer = archivist, now = NOW, fourEyes: FourEyes = "strict") => ({
  ...commandContext(ground.database, viewer, now),
  fourEyes,
});
const archive = (ids: readonly string[], context = inContext(), version = 1) =>
  archiveRecords(context, { records: ids.map((id) => ({ id, version })) });

const damaged = async () => (await verifyArchive({ database: ground.database, onDamaged: () => {} })).damaged;

describe("an archived record", () => {
  it("is sealed over its content, by whoever archived it", async () => {
    const { id } = await given({ revenue: "100.5", party: "A party" });
    expect(await archive([id])).toEqual({ recordIds: [id] });
    const row = await stored(id);
    expect(row).toMatchObject({ status: "ARCHIVED", archivedBy: archivist.accountId, version: 2, supersedesId: null });
    expect([row.seal, row.contentHash, row.sealSalt]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^v1\.k1\./),
    ]);
    expect(row.archivedAt).toMatch(/^2026-03-10 02:00:00/);
    expect(await damaged()).toBe(0);
  });

  it("supersedes the one in force of its series, and of no other", async () => {
    const [first, other] = [await given({ series: "2025" }), await given({ series: "2024" })];
    await archive([first.id, other.id]);
    const { id } = await given({ series: "2025" });
    await archive([id], inContext(archivist, LATER));
    expect(await stored(id)).toMatchObject({ status: "ARCHIVED", supersedesId: first.id });
    expect(await stored(first.id)).toMatchObject({
      status: "SUPERSEDED",
      supersededAt: expect.stringContaining("02:01:00"),
    });
    expect(await stored(other.id)).toMatchObject({ status: "ARCHIVED", supersededAt: null });
    const states = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(recordState).where(eq(recordState.recordId, first.id)).orderBy(recordState.version),
    );
    expect(states).toMatchObject([
      { status: "ARCHIVED", version: 2, recordedTo: expect.any(String) },
      { status: "SUPERSEDED", version: 3, recordedTo: null },
    ]);
    expect(await damaged()).toBe(0);
  });

  it("ends what was to be looked into about the one it supersedes, and about nothing else that is in force", async () => {
    const [first, other] = [await given({ series: "2025" }), await given({ series: "2024" })];
    await archive([first.id, other.id]);
    const verifier = await givenAccount(ground.database, { roles: ["VERIFIER"], branchId: ground.branchId });
    const asked = { cause: "MAJOR_EVENT", priority: "URGENT" } as const;
    const open = await givenTask(ground.database, first, asked);
    const claimed = await givenTask(ground.database, first, { ...asked, assigneeId: verifier.accountId });
    const ofOther = await givenTask(ground.database, other, asked);
    const ofBoth = await givenTask(ground.database, first, asked);
    const also = { taskId: ofBoth.id, recordId: other.id, customerId, category: "FINANCIAL" } as const;
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => orm.insert(taskRecord).values(also));
    const { id } = await given({ series: "2025" });
    await archive([id], inContext(archivist, LATER));
    for (const { id: taskId } of [open, claimed])
      expect(await storedTask(ground.database, taskId)).toMatchObject({
        status: "CANCELLED",
        reason: "What it was about has been superseded.",
      });
    for (const { id: taskId } of [ofOther, ofBoth])
      expect(await storedTask(ground.database, taskId)).toMatchObject({ status: "OPEN", version: 1 });
  });

  it("supersedes one that is restricted, which stays restricted and is superseded once that is lifted", async () => {
    const first = await given();
    await archive([first.id]);
    await ground.database.withViewer(SYSTEM, "WRITE", ({ rows }) =>
      rows("update information_record set status = 'RESTRICTED', restricted_from = 'ARCHIVED' where id = $1", [
        first.id,
      ]),
    );
    const { id } = await given();
    await archive([id]);
    expect(await stored(first.id)).toMatchObject({
      status: "RESTRICTED",
      restrictedFrom: "SUPERSEDED",
      standing: null,
    });
    expect(await stored(id)).toMatchObject({ status: "ARCHIVED", standing: 0, supersedesId: first.id });
    expect(await damaged()).toBe(0);
  });

  it("tells the customer's figures from then on", async () => {
    const { id } = await given({ rating: "AA", score: "85", corroboration: "SELF_DECLARED" }, "CREDIT");
    await archive([id]);
    const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(customer).where(eq(customer.id, customerId)),
    );
    expect(row).toMatchObject({ creditRating: "AA" });
  });
});

describe("several at once", () => {
  it("of one series follow each other as they were recorded", async () => {
    const [second, first] = [
      await given({ recordedAt: "2026-02-02T00:00:00Z" }),
      await given({ recordedAt: "2026-02-01T00:00:00Z" }),
    ];
    expect(await archive([second.id, first.id])).toEqual({ recordIds: [second.id, first.id] });
    expect(await stored(first.id)).toMatchObject({ status: "SUPERSEDED", supersedesId: null });
    expect(await stored(second.id)).toMatchObject({ status: "ARCHIVED", supersedesId: first.id });
  });

  it("are archived all or none", async () => {
    const [good, bad] = [await given({ series: "1" }), await given({ series: "2", status: "VERIFIED" })];
    await expectRefusal(() => archive([good.id, bad.id]), "INVALID_TRANSITION");
    await expectRefusal(() => archive([good.id, randomUUID()]), "NOT_FOUND", "id");
    expect(await stored(good.id)).toMatchObject({ status: "APPROVED", version: 1, seal: null });
  });

  it("asked for at the same time, of one series, form one chain", async () => {
    const records = await Promise.all([1, 2, 3, 4].map(() => given()));
    await Promise.all(records.map(({ id }) => archive([id])));
    const rows = await Promise.all(records.map(({ id }) => stored(id)));
    expect(rows.filter(({ status }) => status === "ARCHIVED")).toHaveLength(1);
    expect(new Set(rows.map(({ supersedesId }) => supersedesId)).size).toBe(4);
    expect(await damaged()).toBe(0);
  });

  it("are a hundred, and no more", async () => {
    const ids = Array.from({ length: 101 }, () => randomUUID());
    const refusal = await refusalOf(() => archive(ids));
    expect(refusal).toMatchObject({ code: "LIMIT_EXCEEDED", details: { limit: 100 } });
    const records = await Promise.all(ids.slice(0, 100).map((series) => given({ series })));
    expect((await archive(records.map(({ id }) => id))).recordIds).toHaveLength(100);
  });

  it("are at least one, each named once", async () => {
    const { id } = await given();
    await expectRefusal(() => archive([]), "BAD_USER_INPUT", "records");
    await expectRefusal(() => archive([id, id]), "BAD_USER_INPUT", "records");
  });
});

describe("nobody archives", () => {
  it("from a stale version", async () => {
    const { id } = await given({ version: 3 });
    await expectRefusal(() => archive([id]), "CONFLICT", "version");
  });

  it("what they collected, verified or approved, but in a small company", async () => {
    const collected = await given({ series: "1", collectedBy: archivist.accountId });
    const approved = await given({ series: "2", approvedBy: archivist.accountId });
    const verified = await given({ series: "3" });
    const task = await givenTask(ground.database, verified, {
      status: "CLOSED",
      assigneeId: archivist.accountId,
      claimedUntil: null,
    });
    await givenFinding(ground.database, verified, task, archivist);
    for (const { id } of [collected, approved, verified]) await expectRefusal(() => archive([id]), "FORBIDDEN");
    const small = inContext(archivist, NOW, "small");
    expect((await archive([collected.id, approved.id, verified.id], small)).recordIds).toHaveLength(3);
  });

  it("what contradicts another record, until that is decided: what is sealed is not sent back", async () => {
    const [first, second] = [await given({ series: "x" }), await given({ series: "x", status: "IN_VERIFICATION" })];
    const { customerId, category } = first;
    const about = { customerId, category, firstId: first.id, secondId: second.id, fields: ["revenue"] };
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(conflict).values({ ...about, openedAt: NOW.toISOString() }),
    );
    await expectRefusal(() => archive([first.id]), "INVALID_TRANSITION", "conflict");
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .update(conflict)
        .set({ resolution: "KEEP_FIRST", reason: "r", resolvedBy: archivist.accountId, resolvedAt: NOW.toISOString() })
        .where(eq(conflict.firstId, first.id)),
    );
    expect((await archive([first.id])).recordIds).toEqual([first.id]);
  });

  it("what they hold a live claim on: they would hand in findings about what they have sealed", async () => {
    const { id, customerId, category } = await given({ series: "claimed" });
    await givenTask(ground.database, { id, customerId, category }, { assigneeId: archivist.accountId });
    await expectRefusal(() => archive([id]), "FORBIDDEN");
  });
});

describe("what an archived record corrects", () => {
  it("goes back if it is not sealed itself, and the work on it ends", async () => {
    const wrong = await given({ status: "IN_VERIFICATION", approvedBy: null });
    const task = await givenTask(ground.database, wrong);
    const { id } = await given({ correctsId: wrong.id });
    await archive([id]);
    expect(await stored(wrong.id)).toMatchObject({ status: "RETURNED", returnReason: expect.any(String) });
    expect((await storedTask(ground.database, task.id)).status).toBe("CANCELLED");
  });

  it("is superseded if it is in force", async () => {
    const wrong = await given();
    await archive([wrong.id]);
    const { id } = await given({ correctsId: wrong.id });
    await archive([id]);
    expect(await stored(wrong.id)).toMatchObject({ status: "SUPERSEDED", returnReason: null });
  });

  it("is superseded, too, where it was held to be about another period, with what is in force of the right one", async () => {
    const [wrong, right] = [await given({ series: "2022" }), await given({ series: "2023" })];
    await archive([wrong.id, right.id]);
    const { id } = await given({ series: "2023", correctsId: wrong.id });
    await archive([id]);
    for (const each of [wrong, right]) expect(await stored(each.id)).toMatchObject({ status: "SUPERSEDED" });
    expect(await damaged()).toBe(0);
  });
});

describe("a major event", () => {
  const report = (overrides: object = {}) =>
    ground.database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
      const facts = {
        kind: "LITIGATION",
        description: "d",
        occurredOn: "2026-03-01",
        reportedAt: "2026-03-05T00:00:00Z",
      } as const;
      const of = { customerId, category: "FINANCIAL", reportedBy: ground.clerk.accountId } as const;
      const [row] = await orm
        .insert(majorEvent)
        .values({ ...of, ...facts, ...overrides })
        .returning();
      return row?.id ?? "";
    });
  const closed = async (id: string) => {
    const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm
        .select()
        .from(majorEvent)
        .where(and(eq(majorEvent.id, id))),
    );
    return row?.closedAt !== null;
  };

  it("closes when what was collected after it is archived, though nothing was before", async () => {
    const event = await report();
    const { id } = await given({ collectedAt: AT });
    await archive([id]);
    expect(await closed(event)).toBe(true);
  });

  it("is not closed by what was collected before it", async () => {
    const event = await report();
    const { id: old } = await given({ collectedAt: "2026-03-04T00:00:00Z" });
    await archive([old]);
    expect(await closed(event)).toBe(false);
    const { id } = await given({ collectedAt: AT });
    await archive([id]);
    expect(await closed(event)).toBe(true);
  });

  it("stays open when it is about something else", async () => {
    const [elsewhere, other] = [
      await report({ customerId: ground.customerId }),
      await report({ category: "OPERATION" }),
    ];
    const { id: first } = await given();
    await archive([first]);
    const { id } = await given();
    await archive([id]);
    expect([await closed(elsewhere), await closed(other)]).toEqual([false, false]);
  });
});
