import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { collectRecord } from "../../src/commands/collect-record.js";
import { lapseAssessments } from "../../src/commands/lapse-assessments.js";
import { customer, informationRecord } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenCustomer, givenRecord, NOW } from "../support/factory.js";

let ground: Ground;
let customerId: string;
beforeAll(async () => {
  ground = await openGround();
});
beforeEach(async () => {
  ({ id: customerId } = await givenCustomer(ground.database, { branchId: ground.branchId }));
});
afterAll(() => ground.database.close());

const inForce = (overrides: object) =>
  givenRecord(ground.database, "CREDIT", {
    customerId,
    collectedBy: ground.collector.accountId,
    status: "ARCHIVED",
    archivedAt: NOW.toISOString(),
    creditLimit: "1000",
    creditLimitCurrency: "CNY",
    ...overrides,
  });

const lapse = (now: string) =>
  lapseAssessments({
    database: ground.database,
    now: new Date(now),
    timeZone: "Asia/Shanghai",
    fourEyes: "strict",
  } as never);

const figures = async () => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(customer).where(eq(customer.id, customerId)),
  );
  return [row?.creditRating, row?.creditLimit, row?.riskClass];
};

describe("an assessment", () => {
  it("holds to the last day it names, and is no longer true after it", async () => {
    const input = { customerId, source: { channel: "DIRECT_CONTACT" }, rating: "A", score: "75" } as const;
    const context = commandContext(ground.database, ground.collector);
    const { recordId } = await collectRecord(context, "CREDIT", { ...input, validUntil: "2026-12-31" });
    const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(informationRecord).where(eq(informationRecord.id, recordId)),
    );
    expect(row?.validTo).toBe("2027-01-01");
  });

  it("gives a customer its rating until the day it ends, and neither rating nor limit nor risk class from then on", async () => {
    await inForce({ validTo: "2027-01-01" });
    const before = await figures();
    expect(before).toEqual(["A", "1000.0000", "LOW"]);
    await lapse("2026-12-31T15:59:00Z");
    expect(await figures()).toEqual(before);
    await lapse("2026-12-31T16:00:00Z");
    expect(await figures()).toEqual([null, null, null]);
  });

  it("that names no end holds until another one is archived", async () => {
    await inForce({});
    await lapse("2050-01-01T00:00:00Z");
    expect((await figures())[0]).toBe("A");
  });
});
