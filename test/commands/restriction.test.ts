import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectContact } from "../../src/commands/collect-contact.js";
import { liftRestriction } from "../../src/commands/lift-restriction.js";
import { restrictExpiredConsents } from "../../src/commands/restrict-expired-consents.js";
import { restrictRecord } from "../../src/commands/restrict-record.js";
import { returnTask } from "../../src/commands/return-task.js";
import { updateCustomer } from "../../src/commands/update-customer.js";
import { withdrawConsent } from "../../src/commands/withdraw-consent.js";
import { encryptedRecord } from "../../src/db/encryption/record-values.js";
import {
  consent,
  informationRecord,
  recordState,
  taskRecord,
  taskState,
  verificationTask,
} from "../../src/db/tables/index.js";
import type { CustomerKind } from "../../src/domain/customer.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { RecordStatus } from "../../src/domain/record.js";
import { type Ground, openGround } from "../support/commands.js";
import {
  commandContext,
  givenAccount,
  givenConsent,
  givenCustomer,
  givenRecord,
  givenTask,
  NOW,
  TODAY,
} from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let compliance: Viewer;
let consentId: string;
beforeAll(async () => {
  ground = await openGround();
  compliance = await givenAccount(ground.database, { roles: ["COMPLIANCE"] });
});
beforeEach(async () => {
  consentId = await given({});
});
afterAll(() => ground.database.close());

const given = async (overrides: object): Promise<string> => {
  const of = { customerId: ground.customerId, recordedBy: ground.collector.accountId };
  return (await givenConsent(ground.database, { ...of, ...overrides })).id;
};

const contact = (overrides: object = {}) => {
  const of = { customerId: ground.customerId, collectedBy: ground.collector.accountId, consentId };
  return givenRecord(ground.database, "CONTACT", { ...of, ...overrides });
};

const withdraw = (viewer = ground.clerk, input: object = {}) =>
  withdrawConsent(commandContext(ground.database, viewer), { id: consentId, version: 1, reason: "Asked to", ...input });

const expire = (now = NOW) =>
  restrictExpiredConsents({ database: ground.database, now, timeZone: "Asia/Shanghai", fourEyes: "strict" });

const restrict = (id: string, version = 1) =>
  restrictRecord(commandContext(ground.database, compliance), { id, version, reason: "A doubt" });

const lift = (id: string, version = 2) =>
  liftRestriction(commandContext(ground.database, compliance), { id, version, reason: "Cleared up" });

const read = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
  ground.database.withViewer(SYSTEM, "READ", work);

const stored = async (id: string) => {
  const [row] = await read(({ orm }) => orm.select().from(informationRecord).where(eq(informationRecord.id, id)));
  return row;
};

const statesOf = (id: string) =>
  read(({ orm }) =>
    orm.select().from(recordState).where(eq(recordState.recordId, id)).orderBy(asc(recordState.version)),
  );

const taskOf = async (id: string) => {
  const [row] = await read(({ orm }) => orm.select().from(verificationTask).where(eq(verificationTask.id, id)));
  return row;
};

const SEALED = { archivedAt: NOW.toISOString(), seal: "0".repeat(64) };
const PROCESSABLE = namesOf(RecordStatus).filter((status) => status !== "RESTRICTED" && status !== "ERASED");

describe("withdrawing a consent", () => {
  it.each(PROCESSABLE)(
    "restricts what stands on it at once, also a record that is %s, which can come back",
    async (status) => {
      const { id } = await contact({ status, ...(["ARCHIVED", "SUPERSEDED"].includes(status) ? SEALED : {}) });
      await withdraw();
      expect(await stored(id)).toMatchObject({ status: "RESTRICTED", restrictedFrom: status, version: 2 });
      expect(await statesOf(id)).toMatchObject([
        { status: "RESTRICTED", actorId: ground.clerk.accountId, version: 2, reason: "The consent was withdrawn." },
      ]);
    },
  );

  it("keeps the consent, withdrawn today and why", async () => {
    await withdraw();
    const [row] = await read(({ orm }) => orm.select().from(consent).where(eq(consent.id, consentId)));
    expect(row).toMatchObject({ withdrawnOn: TODAY, withdrawalReason: "Asked to", version: 2 });
  });

  it("leaves alone what stands on another one, on none, or is erased", async () => {
    const other = await contact({ consentId: await given({}) });
    const none = await contact({ consentId: null, legalBasis: "CONTRACT" });
    const erased = await contact({ status: "ERASED" });
    await withdraw();
    for (const { id, status } of [other, none, erased]) expect((await stored(id))?.status).toBe(status);
  });

  it("calls off the tasks that are about nothing else, claimed ones too, and says why", async () => {
    const record = await contact();
    const open = await givenTask(ground.database, record);
    const claimed = await givenTask(ground.database, record, { assigneeId: compliance.accountId });
    await withdraw();
    for (const { id } of [open, claimed])
      expect(await taskOf(id)).toMatchObject({ status: "CANCELLED", assigneeId: null, claimedUntil: null });
    const [state] = await read(({ orm }) => orm.select().from(taskState).where(eq(taskState.taskId, claimed.id)));
    expect(state).toMatchObject({ status: "CANCELLED", reason: "The consent was withdrawn." });
  });

  it("lets a task go on that has another record to work on, and keeps what was handed in", async () => {
    const [record, other] = [await contact(), await contact({ consentId: null })];
    const both = await givenTask(ground.database, record);
    await ground.database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
      orm
        .insert(taskRecord)
        .values({ taskId: both.id, recordId: other.id, customerId: ground.customerId, category: "CONTACT" }),
    );
    const submitted = await givenTask(ground.database, record, {
      assigneeId: compliance.accountId,
      status: "SUBMITTED",
      claimedUntil: null,
    });
    await withdraw();
    expect([(await taskOf(both.id))?.status, (await taskOf(submitted.id))?.status]).toEqual(["OPEN", "SUBMITTED"]);
  });

  it("stops new collecting on its ground", async () => {
    await withdraw();
    const collecting = () =>
      collectContact(commandContext(ground.database, ground.collector), {
        customerId: ground.customerId,
        source: { channel: "DIRECT_CONTACT", consentId },
        personName: "A person",
      });
    await expectRefusal(collecting, "FORBIDDEN", "source.consentId");
  });

  it("is done once, from the version that is there, with a reason", async () => {
    await expectRefusal(() => withdraw(ground.clerk, { version: 7 }), "CONFLICT", "version");
    await expectRefusal(() => withdraw(ground.clerk, { reason: "  " }), "BAD_USER_INPUT", "reason");
    await withdraw();
    await expectRefusal(() => withdraw(ground.clerk, { version: 2 }), "INVALID_TRANSITION");
  });

  it("is nobody's of another branch, where there is no such consent", async () => {
    const theirs = await givenConsent(ground.database, {
      customerId: ground.elsewhereId,
      recordedBy: ground.collector.accountId,
    });
    await expectRefusal(() => withdraw(ground.clerk, { id: theirs.id }), "NOT_FOUND", "id");
    await expectRefusal(() => withdraw(ground.clerk, { id: "no id" }), "NOT_FOUND", "id");
    await withdraw(compliance, { id: theirs.id });
  });

  it("that was to begin later takes it back before it begins", async () => {
    await withdraw(ground.clerk, { id: await given({ givenOn: "2026-05-01" }) });
  });
});

describe("a consent that has run out", () => {
  it("restricts what stands on it on the first day it covers nothing, and not before", async () => {
    consentId = await given({ expiresOn: "2026-03-11" });
    const { id } = await contact({ status: "VERIFIED" });
    await expire();
    expect((await stored(id))?.status).toBe("VERIFIED");
    // 16:30 in UTC is past midnight in Shanghai.
    await expire(new Date("2026-03-10T16:30:00Z"));
    expect(await stored(id)).toMatchObject({ status: "RESTRICTED", restrictedFrom: "VERIFIED", version: 2 });
    expect(await statesOf(id)).toMatchObject([{ actorId: null, reason: "The consent has expired." }]);
  });

  it("is done with once, also when two processes do it at a time", async () => {
    consentId = await given({ expiresOn: "2026-03-01" });
    const records = [await contact(), await contact()];
    await Promise.all([expire(), expire()]);
    await expire();
    for (const { id } of records) expect((await statesOf(id)).length).toBe(1);
  });

  it("restricts a record that has another legal basis once: lifted, it is left alone", async () => {
    consentId = await given({ expiresOn: "2026-03-01" });
    const { id } = await contact({ legalBasis: "CONTRACT" });
    await expire();
    expect((await stored(id))?.status).toBe("RESTRICTED");
    await lift(id);
    await expire();
    expect((await stored(id))?.status).toBe("IN_VERIFICATION");
  });
});

describe("a restriction", () => {
  it("of one record is put on and lifted, back to the state before, and all of it is history", async () => {
    const { id } = await contact({ status: "APPROVED", comparedAt: NOW.toISOString() });
    await restrict(id);
    await lift(id);
    expect(await stored(id)).toMatchObject({ status: "APPROVED", restrictedFrom: null, version: 3, comparedAt: null });
    expect((await statesOf(id)).map(({ status }) => status)).toEqual(["RESTRICTED", "APPROVED"]);
  });

  it("that is lifted brings back to the desk what was called off, and not what was handed in", async () => {
    const { id } = await givenRecord(ground.database, "OPERATION", {
      customerId: ground.customerId,
      collectedBy: ground.collector.accountId,
    });
    const record = { id, customerId: ground.customerId, category: "OPERATION" } as const;
    const handedIn = { status: "SUBMITTED", assigneeId: compliance.accountId, claimedUntil: null } as const;
    await givenTask(ground.database, record, { method: "SITE_VISIT", ...handedIn });
    await givenTask(ground.database, record, { method: "THIRD_PARTY_COMPARISON" });
    await restrict(id);
    await lift(id);
    const tasks = await read(({ orm }) =>
      orm
        .select({ method: verificationTask.method, status: verificationTask.status })
        .from(verificationTask)
        .innerJoin(taskRecord, eq(taskRecord.taskId, verificationTask.id))
        .where(eq(taskRecord.recordId, id)),
    );
    expect(tasks.map(({ method, status }) => `${method} ${status}`).sort()).toEqual([
      "SITE_VISIT SUBMITTED",
      "THIRD_PARTY_COMPARISON CANCELLED",
      "THIRD_PARTY_COMPARISON OPEN",
    ]);
  });

  it.each(["VERIFIED", "APPROVED"] as const)(
    "lifts back into verification what was %s, where its findings were sent back meanwhile",
    async (status) => {
      const about = { customerId: ground.customerId, collectedBy: ground.collector.accountId };
      const record = await givenRecord(ground.database, "OPERATION", { ...about, status, corroboration: "FULL" });
      const handedIn = { status: "SUBMITTED", assigneeId: compliance.accountId, claimedUntil: null } as const;
      const task = await givenTask(ground.database, record, handedIn);
      await restrict(record.id);
      const reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"] });
      await returnTask(commandContext(ground.database, reviewer), { id: task.id, version: 1, reason: "Whose?" });
      expect(await stored(record.id)).toMatchObject({ status: "RESTRICTED", corroboration: "SELF_DECLARED" });
      await lift(record.id, 3);
      expect((await stored(record.id))?.status).toBe("IN_VERIFICATION");
    },
  );

  it.each(["ARCHIVED", "SUPERSEDED"])("of a sealed record that is %s leaves its seal alone", async (status) => {
    const { id } = await contact({ status, ...SEALED });
    await restrict(id);
    await lift(id);
    expect(await stored(id)).toMatchObject({ status, seal: SEALED.seal, version: 3 });
  });

  it("is not put on twice, nor on what is erased", async () => {
    const { id } = await contact();
    await restrict(id);
    await expectRefusal(() => restrict(id, 2), "INVALID_TRANSITION");
    await expectRefusal(async () => restrict((await contact({ status: "ERASED" })).id), "INVALID_TRANSITION");
  });

  it.each(namesOf(RecordStatus).filter((status) => status !== "RESTRICTED"))(
    "is not lifted from a record that is %s",
    async (status) => {
      const sealed = ["ARCHIVED", "SUPERSEDED"].includes(status) ? SEALED : {};
      const { id } = await contact({ status, ...sealed });
      await expectRefusal(() => lift(id, 1), "INVALID_TRANSITION");
    },
  );

  it("is not lifted while the consent is withdrawn or has expired, and there is no other ground", async () => {
    const { id } = await contact();
    await withdraw();
    const refusal = await expectRefusal(() => lift(id), "INVALID_TRANSITION");
    expect(refusal.details).toMatchObject({ consent: "WITHDRAWN" });
    consentId = await given({ expiresOn: "2026-03-01" });
    const other = await contact();
    await expire();
    expect((await expectRefusal(() => lift(other.id), "INVALID_TRANSITION")).details).toMatchObject({
      consent: "EXPIRED",
    });
    expect((await stored(other.id))?.status).toBe("RESTRICTED");
  });

  it("is lifted though the consent is withdrawn where there is another legal basis", async () => {
    const { id } = await contact({ legalBasis: "LEGAL_DUTY" });
    await withdraw();
    await lift(id);
    expect((await stored(id))?.status).toBe("IN_VERIFICATION");
  });

  const statementOf = async (kind: CustomerKind, overrides: object = {}) => {
    const { id: customerId } = await givenCustomer(ground.database, { branchId: ground.branchId });
    const own = { id: randomUUID(), customerId, collectedBy: ground.collector.accountId };
    const said = encryptedRecord(ground.database.vault, { ...own, bankAccount: "6222020000000000000", ...overrides });
    const { id } = await givenRecord(ground.database, "FINANCIAL", said);
    await restrict(id);
    const context = commandContext(ground.database, ground.collector);
    if (kind !== "ENTERPRISE") await updateCustomer(context, { id: customerId, version: 1, kind });
    return id;
  };

  it.each(["SOLE_TRADER", "OTHER"] as const)(
    "is not lifted where it has become a person's without a ground: the customer is of kind %s by now (SP4)",
    async (kind) => {
      const id = await statementOf(kind);
      expect((await expectRefusal(() => lift(id), "INVALID_TRANSITION")).details).toMatchObject({ kind });
      expect((await stored(id))?.status).toBe("RESTRICTED");
    },
  );

  it("that is not lifted tells nothing of what the record says: with a bank account or without it is the same", async () => {
    const refusals = await Promise.all(
      [{ bankAccount: null }, {}].map(async (content) => {
        const id = await statementOf("OTHER", content);
        return expectRefusal(() => lift(id), "INVALID_TRANSITION");
      }),
    );
    expect(refusals[0]).toEqual(refusals[1]);
  });

  it.each<[string, CustomerKind, object]>([
    ["the customer is a branch office by now: it is its own", "BRANCH_OFFICE", {}],
    ["it has a legal basis", "SOLE_TRADER", { legalBasis: "CONTRACT" }],
  ])("is lifted where %s", async (_, kind, overrides) => {
    const id = await statementOf(kind, overrides);
    await lift(id);
    expect((await stored(id))?.status).toBe("IN_VERIFICATION");
  });

  it("is put on and lifted from the version that is there, with a reason", async () => {
    const { id } = await contact();
    await expectRefusal(() => restrict(id, 4), "CONFLICT", "version");
    const blank = { id, version: 1, reason: "" };
    await expectRefusal(() => restrictRecord(commandContext(ground.database, compliance), blank), "BAD_USER_INPUT");
    await restrict(id);
    await expectRefusal(() => lift(id, 1), "CONFLICT", "version");
    await expectRefusal(() => liftRestriction(commandContext(ground.database, compliance), blank), "BAD_USER_INPUT");
  });
});
