import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectContact } from "../../src/commands/collect-contact.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { finding, informationRecord } from "../../src/db/tables/index.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { RecordStatus } from "../../src/domain/record.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenRecord, givenTask, NOW } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

let ground: Ground;
let colleague: Viewer;
beforeAll(async () => {
  ground = await openGround();
  colleague = await givenAccount(ground.database, { roles: ["COLLECTOR"], branchId: ground.branchId });
});
afterAll(() => ground.database.close());

const STATEMENT = { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY" };

const given = (category: "FINANCIAL" | "CONTACT", collector: Viewer, overrides: object = {}) =>
  givenRecord(ground.database, category, {
    customerId: ground.customerId,
    collectedBy: collector.accountId,
    status: "RETURNED",
    ...overrides,
  });

/** Corrects a financial statement, which a collector may do only where it is bound to their work. */
const correct = (corrects: string, viewer = ground.collector) =>
  collectFinancialStatement(commandContext(ground.database, viewer), {
    customerId: ground.customerId,
    source: { channel: "DIRECT_CONTACT" },
    corrects,
    ...STATEMENT,
  });

const SEALED = { status: "ARCHIVED", archivedAt: NOW.toISOString() };

describe("a correction", () => {
  it("is a new record that names the one it corrects, of the period it is about itself", async () => {
    const wrong = await given("FINANCIAL", ground.collector, { series: "2024-01-01/2024-12-31" });
    const { recordId } = await correct(wrong.id);
    const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(informationRecord).where(eq(informationRecord.id, recordId)),
    );
    expect(row).toMatchObject({ correctsId: wrong.id, series: "2025-01-01/2025-12-31" });
  });

  it("of a colleague's record is refused to whom it shows only masked", async () => {
    const theirs = await given("FINANCIAL", colleague);
    await expectRefusal(() => correct(theirs.id), "FORBIDDEN", "corrects");
  });

  it("of my own record is refused once it is sealed", async () => {
    const sealed = await given("FINANCIAL", ground.collector, SEALED);
    await expectRefusal(() => correct(sealed.id), "FORBIDDEN", "corrects");
  });

  it("of what I observed while verifying is refused, whatever else I do besides: it is nobody's draft", async () => {
    const { database, collector } = ground;
    const observed = await given("FINANCIAL", collector);
    const checked = await given("FINANCIAL", colleague);
    const task = await givenTask(database, checked, {
      assigneeId: collector.accountId,
      claimedUntil: NOW.toISOString(),
    });
    const { customerId, category } = checked;
    await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm.insert(finding).values({
        id: randomUUID(),
        taskId: task.id,
        recordId: checked.id,
        customerId,
        category,
        field: "revenue",
        result: "CONTRADICTED",
        observedRecordId: observed.id,
        performedBy: collector.accountId,
        foundAt: NOW.toISOString(),
      }),
    );
    await expectRefusal(() => correct(observed.id), "FORBIDDEN", "corrects");
  });

  it("is mine while I hold a task on the record, and no longer", async () => {
    const theirs = await given("FINANCIAL", colleague, { status: "IN_VERIFICATION" });
    const assigneeId = ground.collector.accountId;
    await givenTask(ground.database, theirs, { assigneeId, claimedUntil: NOW.toISOString() });
    await expectRefusal(() => correct(theirs.id), "FORBIDDEN", "corrects");
    await givenTask(ground.database, theirs, { assigneeId });
    expect(await correct(theirs.id)).toHaveProperty("recordId");
  });

  it("of archived contact details is open to a collector, who sees them in full", async () => {
    const theirs = await given("CONTACT", colleague, SEALED);
    const as = (viewer: Viewer) =>
      collectContact(commandContext(ground.database, viewer), {
        customerId: ground.customerId,
        source: { channel: "DIRECT_CONTACT", legalBasis: "CONTRACT" },
        corrects: theirs.id,
        personName: "A person",
      });
    expect(await as(ground.collector)).toHaveProperty("recordId");
    await expectRefusal(() => as(ground.clerk), "FORBIDDEN", "corrects");
  });

  it.each(["SUPERSEDED", "RESTRICTED", "ERASED"] satisfies (keyof typeof RecordStatus)[])(
    "of a record that is %s is illegal",
    async (status) => {
      expect(namesOf(RecordStatus)).toContain(status);
      const overrides = {
        status,
        restrictedFrom: status === "RESTRICTED" ? "VERIFIED" : null,
        archivedAt: status === "SUPERSEDED" ? NOW.toISOString() : null,
      };
      const record = await given("FINANCIAL", ground.collector, overrides);
      await givenTask(ground.database, record, { assigneeId: ground.collector.accountId });
      await expectRefusal(() => correct(record.id), "INVALID_TRANSITION", "corrects");
    },
  );

  it("of another customer's or category's record is refused as of one that is not there", async () => {
    const elsewhere = await given("FINANCIAL", ground.collector, { customerId: ground.elsewhereId });
    const contact = await given("CONTACT", ground.collector);
    const refusals = await Promise.all(
      [elsewhere.id, contact.id, randomUUID(), "not an id"].map((id) => refusalOf(() => correct(id))),
    );
    expect(new Set(refusals.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
    expect(refusals[0]?.code).toBe("NOT_FOUND");
  });

  it("that is refused writes nothing", async () => {
    const count = () => ground.database.withViewer(SYSTEM, "READ", ({ orm }) => orm.$count(informationRecord));
    const theirs = await given("FINANCIAL", colleague);
    const before = await count();
    await refusalOf(() => correct(theirs.id));
    expect(await count()).toBe(before);
  });
});
