import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectContact } from "../../src/commands/collect-contact.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { collectRecord } from "../../src/commands/collect-record.js";
import type { CommandContext } from "../../src/commands/context.js";
import type { GivenFinding } from "../../src/commands/read-findings.js";
import { requestVerification } from "../../src/commands/request-verification.js";
import { returnTask } from "../../src/commands/return-task.js";
import { submitFindings } from "../../src/commands/submit-findings.js";
import {
  customer,
  finding,
  informationRecord,
  recordState,
  screeningFinding,
  taskRecord,
  taskState,
  verificationTask,
} from "../../src/db/tables/index.js";
import type { FourEyes } from "../../src/domain/four-eyes.js";
import type { FindingResult, TaskStatus, VerificationMethod } from "../../src/domain/task.js";
import { type Ground, openGround } from "../support/commands.js";
import {
  commandContext,
  givenAccount,
  givenConsent,
  givenCustomer,
  givenRecord,
  givenTask,
  NOW,
} from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let [ann, bob, cid, reviewer]: Viewer[] = [];
beforeAll(async () => {
  ground = await openGround();
  const { database, branchId } = ground;
  [ann, bob, cid] = [
    await givenAccount(database, { roles: ["VERIFIER"], branchId }),
    await givenAccount(database, { roles: ["VERIFIER"], branchId }),
    await givenAccount(database, { roles: ["VERIFIER"], branchId }),
  ];
  reviewer = await givenAccount(database, { roles: ["REVIEWER"], branchId });
});
afterAll(() => ground.database.close());

const context = (viewer: Viewer | undefined, fourEyes: FourEyes = "strict", now = NOW): CommandContext => ({
  ...commandContext(ground.database, viewer as Viewer, now),
  fourEyes,
});

const read = <T>(work: (orm: Parameters<Parameters<typeof ground.database.withViewer>[2]>[0]["orm"]) => Promise<T>) =>
  ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) => work(orm));

const recordOf = async (id: string) =>
  (await read((orm) => orm.select().from(informationRecord).where(eq(informationRecord.id, id))))[0];

const tasksOf = (recordId: string) =>
  read(async (orm) => {
    const rows = await orm
      .select()
      .from(taskRecord)
      .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
      .where(eq(taskRecord.recordId, recordId))
      .orderBy(verificationTask.id);
    return rows.map((row) => row.verification_task);
  });

const taskBy = async (recordId: string, method: VerificationMethod) =>
  (await tasksOf(recordId)).find((task) => task.method === method);

const FIGURES = { totalAssets: "100", totalLiabilities: "40", revenue: "200", netProfit: "9" };
const CRITICAL = Object.keys(FIGURES);

const collected = async (more: object = {}): Promise<string> => {
  const { id } = await givenCustomer(ground.database, { branchId: ground.branchId });
  const input = { customerId: id, source: { channel: "DIRECT_CONTACT" }, periodStart: "2025-01-01" } as const;
  const period = { periodEnd: "2025-12-31", currency: "CNY", ...FIGURES };
  return (await collectFinancialStatement(context(ground.collector), { ...input, ...period, ...more })).recordId;
};

const collectedContact = async (source: object = { legalBasis: "CONTRACT" }): Promise<string> => {
  const content = { personName: "A person", mobile: "13800000000" };
  const from = { channel: "DIRECT_CONTACT", ...source } as const;
  const { customerId } = ground;
  return (await collectContact(context(ground.collector), { customerId, source: from, ...content })).recordId;
};

/** Puts a task in the hands of a person, as a claim would. */
const hold = async (taskId: string | undefined, viewer: Viewer | undefined) => {
  const claimedUntil = new Date(NOW.getTime() + 3_600_000).toISOString();
  await read((orm) =>
    orm
      .update(verificationTask)
      .set({ status: "CLAIMED", assigneeId: viewer?.accountId ?? "", claimedUntil })
      .where(eq(verificationTask.id, taskId ?? "")),
  );
};

const REASON = { CONFIRMED: null, CONTRADICTED: "DIFFERS", INCONCLUSIVE: "UNCLEAR", NOT_REACHED: "NO_ANSWER" } as const;

const found = (
  recordId: string,
  fields: readonly string[],
  result: FindingResult,
  party: string | null,
): GivenFinding[] => fields.map((field) => ({ recordId, field, result, reason: REASON[result], sourceParty: party }));

interface Said {
  readonly by?: Viewer | undefined;
  readonly result?: FindingResult;
  readonly party?: string;
  readonly fields?: readonly string[];
  readonly findings?: readonly GivenFinding[];
  readonly fourEyes?: FourEyes;
}

const submit = async (recordId: string, method: VerificationMethod, said: Said = {}) => {
  const { by = ann, result = "CONFIRMED", party = `${method} party`, fields = CRITICAL } = said;
  const task = await taskBy(recordId, method);
  await hold(task?.id, by);
  const findings = said.findings ?? found(recordId, fields, result, party);
  await submitFindings(context(by, said.fourEyes), { id: task?.id ?? "", version: task?.version ?? 0, findings });
  return task?.id ?? "";
};

const standing = async (recordId: string) => {
  const record = await recordOf(recordId);
  return [record?.status, record?.corroboration];
};

const open = async (recordId: string): Promise<string[]> =>
  (await tasksOf(recordId)).filter(({ status }) => (status as TaskStatus) === "OPEN").map(({ method }) => method);

describe("a financial statement", () => {
  it("confirmed by two persons, two methods and two parties is verified, and fully corroborated", async () => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK", { by: ann });
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "SINGLE_SOURCE"]);
    await submit(id, "THIRD_PARTY_COMPARISON", { by: bob });
    expect(await standing(id)).toEqual(["VERIFIED", "FULL"]);
    expect(await open(id)).toEqual([]);
    const states = await read((orm) => orm.select().from(recordState).where(eq(recordState.recordId, id)));
    expect(states.map(({ status, actorId }) => [status, actorId])).toContainEqual(["VERIFIED", bob?.accountId]);
  });

  it.each([
    ["one person", () => ({ by: ann })],
    ["one party", () => ({ by: bob, party: "DOCUMENT_CHECK party" })],
    ["one party by another spelling", () => ({ by: bob, party: " document_check  PARTY" })],
  ])("confirmed twice by %s is confirmed once: a third way is tried", async (_, second) => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK", { by: ann });
    await submit(id, "THIRD_PARTY_COMPARISON", second());
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "SINGLE_SOURCE"]);
    expect(await open(id)).toEqual(["PUBLIC_REGISTER_CHECK"]);
  });

  it("confirmed by two persons at the same moment is verified all the same", async () => {
    const id = await collected();
    await Promise.all([submit(id, "DOCUMENT_CHECK", { by: ann }), submit(id, "THIRD_PARTY_COMPARISON", { by: bob })]);
    expect(await standing(id)).toEqual(["VERIFIED", "FULL"]);
    expect(await open(id)).toEqual([]);
  });

  it("that a reviewer wants checked once more waits for it, however well it is confirmed", async () => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK", { by: ann });
    const { version = 0 } = (await recordOf(id)) ?? {};
    await requestVerification(context(reviewer), { recordId: id, version, method: "SITE_VISIT" });
    await submit(id, "THIRD_PARTY_COMPARISON", { by: bob });
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "FULL"]);
    await submit(id, "SITE_VISIT", { by: cid, result: "INCONCLUSIVE" });
    expect(await standing(id)).toEqual(["VERIFIED", "FULL"]);
  });

  it("confirmed by one person in a small company is verified, and marked as partly corroborated", async () => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK", { fourEyes: "small" });
    await submit(id, "THIRD_PARTY_COMPARISON", { fourEyes: "small" });
    expect(await standing(id)).toEqual(["VERIFIED", "PARTIAL"]);
  });

  it("contradicted in one figure is refuted; no more is tried, a reviewer decides", async () => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK");
    const but = found(id, ["revenue"], "CONTRADICTED", "A tax office");
    const rest = found(
      id,
      CRITICAL.filter((field) => field !== "revenue"),
      "CONFIRMED",
      "A tax office",
    );
    await submit(id, "THIRD_PARTY_COMPARISON", { by: bob, findings: [...but, ...rest] });
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "REFUTED"]);
    expect(await open(id)).toEqual([]);
  });

  it("is no longer verified once a task was sent back, and again when that is handed in anew", async () => {
    const id = await collected();
    const first = await submit(id, "DOCUMENT_CHECK", { by: ann });
    await submit(id, "THIRD_PARTY_COMPARISON", { by: bob });
    const back = async () => {
      const version = (await taskBy(id, "DOCUMENT_CHECK"))?.version ?? 0;
      await returnTask(context(reviewer), { id: first, version, reason: "Name the document" });
    };
    await back();
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "SINGLE_SOURCE"]);
    await submit(id, "DOCUMENT_CHECK", { by: ann, result: "CONTRADICTED" });
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "REFUTED"]);
    await back();
    await submit(id, "DOCUMENT_CHECK", { by: ann });
    expect(await standing(id)).toEqual(["VERIFIED", "FULL"]);
    const kept = await read((orm) => orm.select().from(finding).where(eq(finding.taskId, first)));
    expect(kept).toHaveLength(3 * CRITICAL.length);
  });

  it("whose second check reached nobody is checked in a third way, by somebody who did not ask for it", async () => {
    const id = await collected();
    await submit(id, "DOCUMENT_CHECK", { by: ann, result: "NOT_REACHED" });
    expect(await open(id)).toEqual(["THIRD_PARTY_COMPARISON", "PUBLIC_REGISTER_CHECK"]);
    await submit(id, "THIRD_PARTY_COMPARISON", { by: bob, result: "NOT_REACHED" });
    await submit(id, "PUBLIC_REGISTER_CHECK", { by: ann, result: "NOT_REACHED" });
    expect(await open(id)).toEqual(["SITE_VISIT"]);
    await submit(id, "SITE_VISIT", { by: bob, result: "NOT_REACHED" });
    expect(await open(id)).toEqual([]);
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "SELF_DECLARED"]);
  });
});

describe("what is handed in", () => {
  it("is kept with who found it, how it is reasoned, and the history of its task", async () => {
    const id = await collected();
    const taskId = await submit(id, "DOCUMENT_CHECK", {
      findings: CRITICAL.map((field) => ({
        recordId: id,
        field,
        result: "CONFIRMED",
        reason: "MATCHES_DOCUMENT",
        sourceParty: " An auditor ",
        note: "Sheet 4",
      })),
    });
    const kept = await read((orm) => orm.select().from(finding).where(eq(finding.taskId, taskId)));
    expect(kept).toHaveLength(CRITICAL.length);
    for (const row of kept)
      expect(row).toMatchObject({
        recordId: id,
        reason: "MATCHES_DOCUMENT",
        sourceParty: "An auditor",
        note: "Sheet 4",
        performedBy: ann?.accountId,
        observedRecordId: null,
      });
    const task = (await tasksOf(id)).find((each) => each.id === taskId);
    expect(task).toMatchObject({ status: "SUBMITTED", claimedUntil: null, assigneeId: ann?.accountId });
    expect(new Date(task?.submittedAt ?? "")).toEqual(NOW);
    const history = await read((orm) => orm.select().from(taskState).where(eq(taskState.taskId, taskId)));
    expect(history.at(-1)).toMatchObject({ status: "SUBMITTED", actorId: ann?.accountId });
  });

  const wrong: readonly [string, (id: string) => GivenFinding[], string][] = [
    ["about a field too few", (id) => found(id, CRITICAL.slice(1), "CONFIRMED", "P"), "totalAssets"],
    ["about a field twice", (id) => found(id, [...CRITICAL, "revenue"], "CONFIRMED", "P"), "findings.4.field"],
    [
      "about a field it does not fill",
      (id) => found(id, [...CRITICAL, "equity"], "CONFIRMED", "P"),
      "findings.4.field",
    ],
    [
      "about a field that is not critical",
      (id) => found(id, ["auditor", ...CRITICAL], "CONFIRMED", "P"),
      "findings.0.field",
    ],
    [
      "about a record of another task",
      (id) => [...found(id, CRITICAL, "CONFIRMED", "P"), ...found(ground.customerId, ["revenue"], "CONFIRMED", "P")],
      "findings.4.recordId",
    ],
    ["from nobody", (id) => found(id, CRITICAL, "CONFIRMED", " "), "findings.0.sourceParty"],
    ["against it, from nobody", (id) => found(id, CRITICAL, "CONTRADICTED", null), "findings.0.sourceParty"],
    [
      "for no reason",
      (id) => found(id, CRITICAL, "NOT_REACHED", null).map((each) => ({ ...each, reason: null })),
      "findings.0.reason",
    ],
    [
      "for a reason that says otherwise",
      (id) => found(id, CRITICAL, "CONFIRMED", "P").map((each) => ({ ...each, reason: "DIFFERS" as const })),
      "findings.0.reason",
    ],
    [
      "with a value that confirms",
      (id) => found(id, CRITICAL, "CONFIRMED", "P").map((each) => ({ ...each, observed: { [each.field]: "1" } })),
      "findings.0.observed",
    ],
    [
      "with the value of another field",
      (id) => found(id, CRITICAL, "CONTRADICTED", "P").map((each) => ({ ...each, observed: { equity: "77" } })),
      "findings.0.observed",
    ],
    [
      "with a value that is none",
      (id) =>
        found(id, CRITICAL, "CONTRADICTED", "P").map((each) => ({ ...each, observed: { [each.field]: "7 or 8" } })),
      "findings.0.observed.totalAssets",
    ],
  ];

  it.each(wrong)("is refused %s, by the name of the field, and nothing is kept", async (_, findings, field) => {
    const id = await collected();
    const refusal = await expectRefusal(
      () => submit(id, "DOCUMENT_CHECK", { findings: findings(id) }),
      "BAD_USER_INPUT",
      field,
    );
    expect(refusal.message).not.toMatch(/77|7 or 8|100|200/);
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "SELF_DECLARED"]);
    expect((await taskBy(id, "DOCUMENT_CHECK"))?.status).toBe("CLAIMED");
    expect(await read((orm) => orm.select().from(finding).where(eq(finding.recordId, id)))).toEqual([]);
  });

  it("is refused from anybody but the holder of the live claim", async () => {
    const id = await collected();
    const task = await taskBy(id, "DOCUMENT_CHECK");
    const input = { id: task?.id ?? "", version: 1, findings: found(id, CRITICAL, "CONFIRMED", "P") };
    const open = await expectRefusal(() => submitFindings(context(ann), input), "INVALID_TRANSITION");
    expect(open.details.legal).toContain("CLAIM");
    await hold(task?.id, bob);
    await expectRefusal(() => submitFindings(context(ann), input), "FORBIDDEN", "id");
    const later = new Date(NOW.getTime() + 3_600_000);
    await expectRefusal(() => submitFindings(context(bob, "strict", later), input), "INVALID_TRANSITION");
    await expectRefusal(() => submitFindings(context(bob), { ...input, version: 2 }), "CONFLICT", "version");
    const elsewhere = await givenAccount(ground.database, { roles: ["VERIFIER"], branchId: null });
    await expectRefusal(() => submitFindings(context(elsewhere), input), "NOT_FOUND", "id");
    await submitFindings(context(bob), input);
    await expectRefusal(() => submitFindings(context(bob), { ...input, version: 2 }), "INVALID_TRANSITION");
  });

  it("leaves out what was restricted meanwhile", async () => {
    const { database, customerId, collector } = ground;
    const content = { customerId, collectedBy: collector.accountId, mobile: "13800000000" };
    const left = await givenRecord(database, "CONTACT", { ...content, series: "left" });
    const restricted = { status: "RESTRICTED", restrictedFrom: "IN_VERIFICATION" } as const;
    const gone = await givenRecord(database, "CONTACT", { ...content, series: "gone", ...restricted });
    const task = await givenTask(database, left, { assigneeId: ann?.accountId ?? "" });
    await read((orm) =>
      orm.insert(taskRecord).values({ taskId: task.id, recordId: gone.id, customerId, category: "CONTACT" }),
    );
    const fields = ["personName", "mobile"];
    const findings = found(left.id, fields, "CONFIRMED", "The person");
    const both = [...findings, ...found(gone.id, fields, "CONFIRMED", "The person")];
    await expectRefusal(
      () => submitFindings(context(ann), { id: task.id, version: 1, findings: both }),
      "BAD_USER_INPUT",
      "findings.2.recordId",
    );
    await submitFindings(context(ann), { id: task.id, version: 1, findings });
    expect(await standing(left.id)).toEqual(["VERIFIED", "SINGLE_SOURCE"]);
    expect(await standing(gone.id)).toEqual(["RESTRICTED", "SELF_DECLARED"]);
  });
});

describe("a value observed instead", () => {
  it("becomes a record of its own, of the same series, with tasks of its own", async () => {
    const id = await collectedContact();
    const mobile = {
      ...found(id, ["mobile"], "CONTRADICTED", "The switchboard")[0],
      observed: { mobile: "13911111111" },
    };
    await submit(id, "PHONE_CALL", {
      findings: [...found(id, ["personName"], "CONFIRMED", "The switchboard"), mobile as GivenFinding],
    });
    const [checked, kept] = [
      await recordOf(id),
      await read((orm) => orm.select().from(finding).where(eq(finding.recordId, id))),
    ];
    expect(await standing(id)).toEqual(["IN_VERIFICATION", "REFUTED"]);
    const observedId = kept.find(({ field }) => field === "mobile")?.observedRecordId ?? "";
    expect(kept.find(({ field }) => field === "personName")?.observedRecordId).toBeNull();
    expect(await recordOf(observedId)).toMatchObject({
      category: "CONTACT",
      customerId: checked?.customerId,
      series: checked?.series,
      status: "IN_VERIFICATION",
      personName: "A person",
      mobile: "13911111111",
      channel: "DIRECT_CONTACT",
      party: "The switchboard",
      legalBasis: "CONTRACT",
      collectedBy: ann?.accountId,
      validFrom: checked?.validFrom,
      comparedAt: null,
    });
    expect(await open(observedId)).toEqual(["PHONE_CALL"]);
  });

  it("is one record for all that a party said instead, and says nothing that was not observed", async () => {
    const id = await collected();
    const other = (field: string, value: string, party: string): GivenFinding => ({
      recordId: id,
      field,
      result: "CONTRADICTED",
      reason: "DIFFERS",
      sourceParty: party,
      observed: { [field]: value },
    });
    const findings = [
      other("revenue", "150", "A tax office"),
      other("netProfit", "7", "A  TAX office"),
      other("totalAssets", "90", "A bank"),
      ...found(id, ["totalLiabilities"], "CONFIRMED", "A bank"),
    ];
    await submit(id, "THIRD_PARTY_COMPARISON", { findings });
    const kept = await read((orm) => orm.select().from(finding).where(eq(finding.recordId, id)));
    const ids = new Map(kept.map(({ field, observedRecordId }) => [field, observedRecordId ?? ""]));
    expect(ids.get("revenue")).toBe(ids.get("netProfit"));
    expect(ids.get("totalAssets")).not.toBe(ids.get("revenue"));
    expect(await recordOf(ids.get("revenue") ?? "")).toMatchObject({
      status: "IN_VERIFICATION",
      channel: "THIRD_PARTY_AGENCY",
      periodStart: "2025-01-01",
      periodEnd: "2025-12-31",
      currency: "CNY",
      revenue: "150.0000",
      netProfit: "7.0000",
      totalAssets: null,
      totalLiabilities: null,
    });
    const noted = await read((orm) =>
      orm
        .select()
        .from(screeningFinding)
        .where(eq(screeningFinding.recordId, ids.get("revenue") ?? "")),
    );
    expect(noted.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      "FINANCIAL.totalAssets.missing",
      "ERROR",
    ]);
  });

  it("in an official register counts as confirmed once by it", async () => {
    const content = { legalName: "A customer", uscc: "91350100M000100Y43", legalRepresentative: "One" };
    const source = { channel: "DIRECT_CONTACT" } as const;
    const { customerId } = ground;
    const { recordId: id } = await collectRecord(context(ground.collector), "REGISTRATION", {
      customerId,
      source,
      ...content,
    });
    const rest = found(id, ["legalName", "uscc"], "CONFIRMED", "The register");
    const [instead] = found(id, ["legalRepresentative"], "CONTRADICTED", "The register");
    const findings = [...rest, { ...(instead as GivenFinding), observed: { legalRepresentative: "Two" } }];
    await submit(id, "PUBLIC_REGISTER_CHECK", { findings });
    const kept = await read((orm) => orm.select().from(finding).where(eq(finding.recordId, id)));
    const observed = await recordOf(kept.find(({ observedRecordId }) => observedRecordId)?.observedRecordId ?? "");
    expect(observed).toMatchObject({ uscc: content.uscc, legalRepresentative: "Two", subChannel: "OFFICIAL_REGISTER" });
    expect([observed?.status, observed?.corroboration]).toEqual(["VERIFIED", "SINGLE_SOURCE"]);
  });

  it("of a person needs the ground the record is kept on, still: a consent that ended covers nothing more", async () => {
    const { database, customerId, collector } = ground;
    const { id: consentId } = await givenConsent(database, {
      customerId,
      recordedBy: collector.accountId,
      expiresOn: "2026-03-11",
    });
    const id = await collectedContact({ consentId });
    const task = await taskBy(id, "PHONE_CALL");
    const day = new Date(NOW.getTime() + 86_400_000);
    await hold(task?.id, ann);
    await read((orm) =>
      orm
        .update(verificationTask)
        .set({ claimedUntil: new Date(day.getTime() + 1).toISOString() })
        .where(eq(verificationTask.id, task?.id ?? "")),
    );
    const [instead] = found(id, ["mobile"], "CONTRADICTED", "The switchboard");
    const findings = [
      ...found(id, ["personName"], "CONFIRMED", "The switchboard"),
      { ...(instead as GivenFinding), observed: { mobile: "13911111111" } },
    ];
    const input = { id: task?.id ?? "", version: 1, findings };
    await expectRefusal(() => submitFindings(context(ann, "strict", day), input), "FORBIDDEN", "source.consentId");
    await submitFindings(context(ann), input);
  });
});

describe("transactions", () => {
  const collectAt = async (customerId: string, contractNumber: string, now = NOW) => {
    const source = { channel: "DIRECT_CONTACT" } as const;
    const content = { contractNumber, occurredOn: "2026-03-01", amount: "10", amountCurrency: "CNY" };
    return collectRecord(context(ground.collector, "strict", now), "TRANSACTION", { customerId, source, ...content });
  };
  const newCustomer = async () => (await givenCustomer(ground.database, { branchId: ground.branchId })).id;

  it("of a customer and month are verified together: one pair of tasks, by two methods", async () => {
    const customerId = await newCustomer();
    const first = await collectAt(customerId, "K-1");
    const second = await collectAt(customerId, "K-2");
    expect(second.taskIds).toEqual(first.taskIds);
    const tasks = await tasksOf(second.recordId);
    expect(new Set(tasks.map(({ method }) => method)).size).toBe(2);
    expect((await collectAt(await newCustomer(), "K-1")).taskIds).not.toEqual(first.taskIds);
  });

  it("collected at the same moment share them, too", async () => {
    const customerId = await newCustomer();
    const all = await Promise.all(["K-1", "K-2", "K-3"].map((number) => collectAt(customerId, number)));
    expect(new Set(all.flatMap(({ taskIds }) => taskIds)).size).toBe(2);
  });

  it("of the next month, where business is done, get tasks of their own", async () => {
    const customerId = await newCustomer();
    const march = await collectAt(customerId, "K-1", new Date("2026-03-31T15:59:00Z"));
    const april = await collectAt(customerId, "K-2", new Date("2026-03-31T16:00:00Z"));
    expect(april.taskIds.filter((id) => march.taskIds.includes(id))).toEqual([]);
  });

  it("join no task that somebody is working on", async () => {
    const customerId = await newCustomer();
    const first = await collectAt(customerId, "K-1");
    await hold(first.taskIds[0], ann);
    const second = await collectAt(customerId, "K-2");
    expect(second.taskIds).not.toContain(first.taskIds[0]);
    expect(second.taskIds).toContain(first.taskIds[1]);
  });

  it("handed in together are each judged alone", async () => {
    const customerId = await newCustomer();
    const [one, other] = [await collectAt(customerId, "K-1"), await collectAt(customerId, "K-2")];
    const fields = ["contractNumber", "occurredOn", "amount"];
    const confirm = (party: string, id: string) => found(id, fields, "CONFIRMED", party);
    await submit(one.recordId, "DOCUMENT_CHECK", {
      findings: [...confirm("The customer", one.recordId), ...confirm("The customer", other.recordId)],
    });
    await submit(one.recordId, "THIRD_PARTY_COMPARISON", {
      by: bob,
      findings: [...confirm("A bank", one.recordId), ...found(other.recordId, fields, "NOT_REACHED", null)],
    });
    expect(await standing(one.recordId)).toEqual(["VERIFIED", "FULL"]);
    expect(await standing(other.recordId)).toEqual(["IN_VERIFICATION", "SINGLE_SOURCE"]);
    expect(await open(other.recordId)).toEqual(["PHONE_CALL"]);
    expect(await open(one.recordId)).toEqual([]);
  });
});

it("the customer itself is not touched by any of it: its version moves with its own facts only", async () => {
  const rows = await read((orm) => orm.select({ version: customer.version }).from(customer));
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([1]));
});
