import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { collectRecord } from "../../src/commands/collect-record.js";
import { type CollectRegistrationInput, collectRegistration } from "../../src/commands/collect-registration.js";
import {
  informationRecord,
  recordDerivation,
  recordState,
  screeningFinding,
  taskRecord,
  verificationTask,
} from "../../src/db/tables/index.js";
import type { Purpose } from "../../src/domain/source.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAgreement, givenCustomer, givenRecord, NOW, TODAY } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const DIRECT = { channel: "DIRECT_CONTACT" } as const;
const CONTENT = { legalName: "A customer", uscc: "91350100M000100Y43" };
const STATEMENT = {
  periodStart: "2025-01-01",
  periodEnd: "2025-12-31",
  currency: "CNY",
  totalAssets: "100",
  totalLiabilities: "40",
  revenue: "200",
  netProfit: "9",
};

const context = () => commandContext(ground.database, ground.collector);
const collect = (input: Partial<CollectRegistrationInput> = {}) =>
  collectRegistration(context(), { customerId: ground.customerId, source: DIRECT, ...CONTENT, ...input });

const rows = async (recordId: string) =>
  ground.database.withViewer(SYSTEM, "READ", async ({ orm }) => ({
    record: (await orm.select().from(informationRecord).where(eq(informationRecord.id, recordId)))[0],
    states: await orm.select().from(recordState).where(eq(recordState.recordId, recordId)),
    findings: await orm.select().from(screeningFinding).where(eq(screeningFinding.recordId, recordId)),
    sources: await orm.select().from(recordDerivation).where(eq(recordDerivation.recordId, recordId)),
    tasks: (
      await orm
        .select()
        .from(taskRecord)
        .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
        .where(eq(taskRecord.recordId, recordId))
    ).map((row) => row.verification_task),
  }));

describe("a registration from the official register under another credit code than the customer's", () => {
  it("is kept with a warning, which a reviewer has to answer for", async () => {
    const { id: customerId } = await givenCustomer(ground.database, {
      branchId: ground.branchId,
      uscc: "91000000MA00000030",
    });
    const source = { channel: "PUBLIC_SOURCE", subChannel: "OFFICIAL_REGISTER" } as const;
    const { record, findings } = await rows((await collect({ customerId, source })).recordId);
    expect(record?.status).toBe("VERIFIED");
    expect(findings.filter(({ severity }) => severity !== "INFO")).toMatchObject([
      { rule: "REGISTRATION.uscc.customer", severity: "WARNING", field: "uscc", clause: "SP8" },
    ]);
  });
});

describe("a collected record", () => {
  it("is kept with its first state, its findings and the tasks that will verify it", async () => {
    const { recordId, taskIds } = await collect();
    const { record, states, findings, tasks } = await rows(recordId);
    expect(record).toMatchObject({
      ...CONTENT,
      category: "REGISTRATION",
      series: "customer",
      status: "IN_VERIFICATION",
      corroboration: "SELF_DECLARED",
      collectedBy: ground.collector.accountId,
      validFrom: TODAY,
      validTo: null,
      version: 1,
    });
    expect(new Date(record?.recordedAt ?? "")).toEqual(NOW);
    expect(states).toMatchObject([
      { version: 1, status: "IN_VERIFICATION", actorId: ground.collector.accountId, recordedTo: null },
    ]);
    expect(findings.map(({ rule }) => rule)).toContain("REGISTRATION.industry.missing");
    expect(tasks).toMatchObject([
      { id: taskIds[0], method: "PUBLIC_REGISTER_CHECK", cause: "ROUTINE", status: "OPEN", assigneeId: null },
    ]);
  });

  it("of key information gets two tasks of different methods", async () => {
    const input = { customerId: ground.customerId, source: DIRECT, ...STATEMENT };
    const { recordId, taskIds } = await collectFinancialStatement(context(), input);
    const { record, tasks } = await rows(recordId);
    expect(record).toMatchObject({ series: "2025-01-01/2025-12-31", totalAssets: "100.0000" });
    expect(new Set(tasks.map(({ method }) => method)).size).toBe(2);
    expect(new Set(taskIds)).toEqual(new Set(tasks.map(({ id }) => id)));
  });

  it("from an official register is verified at once", async () => {
    const source = { channel: "PUBLIC_SOURCE", subChannel: "OFFICIAL_REGISTER" } as const;
    const { recordId, taskIds } = await collect({ source });
    expect(taskIds).toEqual([]);
    expect((await rows(recordId)).record).toMatchObject({ status: "VERIFIED", corroboration: "SINGLE_SOURCE" });
  });

  it("with an error is returned, and nobody is sent to verify it", async () => {
    const { recordId, taskIds } = await collect({ uscc: null });
    expect(taskIds).toEqual([]);
    const { record, findings } = await rows(recordId);
    expect(record?.status).toBe("RETURNED");
    expect(findings).toContainEqual(expect.objectContaining({ severity: "ERROR", field: "uscc", clause: "SP1" }));
  });

  it("is answered alike whatever other records of its series say", async () => {
    const first = await collect({ legalName: "One" });
    const second = await collect({ legalName: "Another" });
    const kept = async ({ recordId }: { recordId: string }) => {
      const { record, findings, tasks } = await rows(recordId);
      return [record?.status, findings.map(({ rule }) => rule).sort(), tasks.map(({ method }) => method)];
    };
    expect(await kept(second)).toEqual(await kept(first));
  });

  it.each([
    [{ legalName: null }, "legalName"],
    [{ legalName: "A\0B" }, "legalName"],
    [{ legalName: "A".repeat(201) }, "legalName"],
    [{ businessScope: "A".repeat(4001) }, "businessScope"],
    [{ registeredCapital: "1e400" }, "registeredCapital"],
    [{ establishedOn: "2025-02-30" }, "establishedOn"],
    [{ validFrom: TODAY, validTo: TODAY }, "validTo"],
    [{ source: { ...DIRECT, party: "A\0B" } }, "source.party"],
    [{ source: { ...DIRECT, statedOn: "2026-03-11" } }, "source.statedOn"],
  ] as const)("is refused with %o, by the name of the field", async (input, field) => {
    await expectRefusal(() => collect(input), "BAD_USER_INPUT", field);
  });

  it("of a period that ends before it begins cannot even be returned", () =>
    expectRefusal(
      () =>
        collectFinancialStatement(context(), {
          customerId: ground.customerId,
          source: DIRECT,
          ...STATEMENT,
          periodEnd: "2024-12-31",
        }),
      "BAD_USER_INPUT",
      "periodEnd",
    ));

  it("of a customer of another branch is refused as of one that is not there", async () => {
    const [elsewhere, nowhere] = await Promise.all(
      [ground.elsewhereId, randomUUID()].map((customerId) => refusalOf(() => collect({ customerId }))),
    );
    expect(elsewhere).toEqual(nowhere);
    expect(nowhere?.code).toBe("NOT_FOUND");
  });
});

describe("a partner's data (SP6)", () => {
  const from = (agreementNumber: string | null) => collect({ source: { channel: "PARTNER", agreementNumber } });

  it("names the agreement it is under", async () => {
    await expectRefusal(() => from(null), "BAD_USER_INPUT", "source.agreementNumber");
    const { id, number } = await givenAgreement(ground.database);
    expect((await rows((await from(number)).recordId)).record?.agreementId).toBe(id);
  });

  it("is refused when the agreement is not known, not begun, ended or over, all with the same words", async () => {
    const future = await givenAgreement(ground.database, { startsOn: "2026-03-11" });
    const over = await givenAgreement(ground.database, { expiresOn: TODAY });
    const ended = await givenAgreement(ground.database, {
      endedOn: TODAY,
      endReason: "Terminated",
      endedBy: ground.clerk.accountId,
    });
    const numbers = ["SA-none", future.number, over.number, ended.number];
    const refusals = await Promise.all(numbers.map((number) => refusalOf(() => from(number))));
    expect(new Set(refusals.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
    expect(refusals[0]?.details.field).toBe("source.agreementNumber");
  });

  it("comes from the partner the agreement is with", async () => {
    const { number: agreementNumber } = await givenAgreement(ground.database, { partner: "A partner（Shanghai）" });
    const by = (party: string) => collect({ source: { channel: "PARTNER", agreementNumber, party } });
    expect(await by("a partner(shanghai)")).toHaveProperty("recordId");
    await expectRefusal(() => by("Somebody else"), "BAD_USER_INPUT", "source.party");
  });

  it("is collected for a purpose the agreement allows, where one is named", async () => {
    const { number } = await givenAgreement(ground.database, { purposes: ["CREDIT_ASSESSMENT"] });
    const input = { customerId: ground.customerId, source: { channel: "PARTNER", agreementNumber: number } } as const;
    const collectedFor = (purpose: Purpose) =>
      collectRecord({ ...context(), purpose }, "REGISTRATION", { ...input, legalName: "A customer" });
    expect(await collectedFor("CREDIT_ASSESSMENT")).toHaveProperty("recordId");
    await expectRefusal(() => collectedFor("DEBT_COLLECTION"), "BAD_USER_INPUT", "source.agreementNumber");
  });
});

describe("an analysis (SP6)", () => {
  const derived = (derivedFrom: readonly string[], tool: string | null = "a tool") =>
    collect({ source: { channel: "DATA_ANALYSIS", derivedFrom, tool } });

  it("names the records it was derived from, and its tool", async () => {
    const { recordId } = await collect();
    const { sources } = await rows((await derived([recordId, recordId])).recordId);
    expect(sources.map(({ sourceId }) => sourceId)).toEqual([recordId]);
    await expectRefusal(() => derived([]), "BAD_USER_INPUT", "source.derivedFrom");
    await expectRefusal(() => derived([recordId], null), "BAD_USER_INPUT", "source.tool");
  });

  it("rests on records of the same customer that may be processed", async () => {
    const collectedBy = ground.collector.accountId;
    const elsewhere = await givenRecord(ground.database, "REGISTRATION", {
      customerId: ground.elsewhereId,
      collectedBy,
    });
    const restricted = await givenRecord(ground.database, "REGISTRATION", {
      customerId: ground.customerId,
      collectedBy,
      status: "RESTRICTED",
      restrictedFrom: "VERIFIED",
    });
    for (const id of [elsewhere.id, restricted.id, randomUUID(), "not an id"])
      await expectRefusal(() => derived([id]), "BAD_USER_INPUT", "source.derivedFrom");
  });
});
