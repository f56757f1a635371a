import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { liftRestriction } from "../../src/commands/lift-restriction.js";
import { submitFindings } from "../../src/commands/submit-findings.js";
import { transferCustomer } from "../../src/commands/transfer-customer.js";
import { updateCustomer } from "../../src/commands/update-customer.js";
import type { Orm } from "../../src/db/database.js";
import { findKnownCustomers } from "../../src/db/queries/import.js";
import { account, customer, informationRecord, sharingAgreement } from "../../src/db/tables/index.js";
import { Refusal } from "../../src/domain/refusal.js";
import {
  commandContext,
  givenAccount,
  givenAgreement,
  givenBranch,
  givenCustomer,
  givenRecord,
  givenTask,
} from "../support/factory.js";
import { openTaskGround, type TaskGround } from "../support/task-ground.js";

// The embedded database has one session: nothing happens at the same moment there.
describe.runIf(inject("testRun"))("what comes in while its customer becomes another (SP4)", () => {
  let ground: TaskGround;
  let archivist: Viewer;
  let compliance: Viewer;
  let there: { readonly id: string; readonly code: string };
  let agreement: { readonly id: string; readonly number: string };
  let customerId: string;
  beforeAll(async () => {
    ground = await openTaskGround();
    archivist = await givenAccount(ground.database, { roles: ["ARCHIVIST"] });
    compliance = await givenAccount(ground.database, { roles: ["COMPLIANCE"] });
    there = await givenBranch(ground.database);
    agreement = await givenAgreement(ground.database, { recordedBy: compliance.accountId });
  });
  beforeEach(async () => {
    customerId = (await givenCustomer(ground.database, { branchId: ground.branchId })).id;
  });
  afterAll(() => ground.database.close());

  const as = (viewer: Viewer) => commandContext(ground.database, viewer);

  /** What became of it: done, or the code of its refusal. */
  const outcome = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "DONE",
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );

  /** The first stops where it meets what we hold; what was to happen meanwhile has happened, or waits for it. */
  const duringFirst = async (
    hold: (orm: Orm) => Promise<unknown>,
    first: () => Promise<unknown>,
    second: () => Promise<unknown>,
  ): Promise<string[]> => {
    let outcomes: Promise<string>[] = [];
    await ground.database.withViewer(SYSTEM, "WRITE", async ({ orm }) => {
      await hold(orm);
      outcomes = [outcome(first())];
      await pause(300);
      const after = outcome(second());
      outcomes.push(after);
      await Promise.race([after, pause(700)]);
    });
    return Promise.all(outcomes);
  };

  const lockAgreement = (orm: Orm) =>
    orm.select().from(sharingAgreement).where(eq(sharingAgreement.id, agreement.id)).for("update");

  const lockAccount =
    ({ accountId }: Viewer) =>
    (orm: Orm) =>
      orm.select().from(account).where(eq(account.id, accountId)).for("update");

  const STATEMENT = { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY", bankAccount: "6222020000" };

  const collect = () =>
    collectFinancialStatement(as(ground.collector), {
      customerId,
      source: { channel: "PARTNER", agreementNumber: agreement.number },
      ...STATEMENT,
    });

  const becomeSoleTrader = () =>
    updateCustomer(as(ground.collector), { id: customerId, version: 1, kind: "SOLE_TRADER" });

  const transfer = () =>
    transferCustomer(as(archivist), { id: customerId, version: 1, branchCode: there.code, reason: "It moved" });

  const statement = (overrides: object = {}) =>
    givenRecord(ground.database, "FINANCIAL", {
      customerId,
      collectedBy: ground.collector.accountId,
      revenue: "1",
      ...overrides,
    });

  const ungrounded = () =>
    ground.database.withViewer(SYSTEM, "READ", async ({ orm }) => {
      const [found] = await orm.select({ kind: customer.kind }).from(customer).where(eq(customer.id, customerId));
      const { legalBasis, status } = informationRecord;
      const records = await orm
        .select({ legalBasis, status })
        .from(informationRecord)
        .where(eq(informationRecord.customerId, customerId));
      const live = records.filter((record) => record.legalBasis === null && record.status !== "RESTRICTED");
      return found?.kind === "SOLE_TRADER" ? live.length : 0;
    });

  it("is there before the customer becomes a sole trader, who it would be personal data of: that is refused then", async () => {
    expect(await duringFirst(lockAgreement, collect, becomeSoleTrader)).toEqual(["DONE", "INVALID_TRANSITION"]);
    expect(await ungrounded()).toBe(0);
  });

  it("is judged by the kind the customer has by then", async () => {
    const hold = (orm: Orm) =>
      orm.update(customer).set({ kind: "SOLE_TRADER" }).where(eq(customer.id, customerId)).returning();
    const lockedByChange = async (orm: Orm) => {
      await orm.select().from(customer).where(eq(customer.id, customerId)).for("update");
      await hold(orm);
    };
    const [collected] = await duringFirst(lockedByChange, collect, async () => {});
    expect([collected, await ungrounded()]).toEqual(["FORBIDDEN", 0]);
  });

  it("by what a verifier observed is judged by it, too, in whatever branch the verifier is", async () => {
    const record = await statement();
    for (const verifier of [ground.verifier, ground.stranger]) {
      const { id } = await givenTask(ground.database, record, { assigneeId: verifier.accountId, method: "PHONE_CALL" });
      const about = { recordId: record.id, field: "revenue", sourceParty: "A bank" } as const;
      const findings = [
        { ...about, result: "CONTRADICTED", reason: "DIFFERS", observed: { revenue: "2", currency: "CNY" } } as const,
      ];
      const submit = () => submitFindings(as(verifier), { id, version: 1, findings });
      const outcomes = await duringFirst(lockAccount(verifier), submit, becomeSoleTrader);
      expect(outcomes).toContain("INVALID_TRANSITION");
      expect(await ungrounded()).toBe(0);
    }
  });

  it("back out of a restriction is judged by it, too", async () => {
    const record = await statement({ status: "RESTRICTED", restrictedFrom: "IN_VERIFICATION" });
    const lift = () => liftRestriction(as(compliance), { id: record.id, version: 1, reason: "Cleared up" });
    const outcomes = await duringFirst(lockAccount(compliance), lift, becomeSoleTrader);
    expect([outcomes, await ungrounded()]).toEqual([["DONE", "INVALID_TRANSITION"], 0]);
  });

  it("from a file holds its customers as they are until it is written", async () => {
    const [{ name }] = (await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select({ name: customer.name }).from(customer).where(eq(customer.id, customerId)),
    )) as [{ name: string }];
    const events: string[] = [];
    let changed: Promise<unknown> = Promise.resolve();
    await ground.database.withViewer(SYSTEM, "WRITE", async (session) => {
      await findKnownCustomers(session, ground.branchId, { names: [name], codes: [], usccs: [] });
      changed = becomeSoleTrader().then(() => events.push("changed"));
      await Promise.race([changed, pause(700)]);
      events.push("written");
    });
    await changed;
    expect(events).toEqual(["written", "changed"]);
  });

  it("is there before the customer moves to another branch, or finds it gone", async () => {
    const order: string[] = [];
    const [collecting, moving] = [collect, transfer].map((work, i) => async () => {
      await work();
      order.push(["collected", "moved"][i] as string);
    }) as [() => Promise<void>, () => Promise<void>];
    expect(await duringFirst(lockAgreement, collecting, moving)).toEqual(["DONE", "DONE"]);
    expect(order).toEqual(["collected", "moved"]);
    const moves = async (orm: Orm) => {
      await orm.select().from(customer).where(eq(customer.id, customerId)).for("update");
      await orm.update(customer).set({ branchId: ground.branchId }).where(eq(customer.id, customerId));
    };
    expect(await duringFirst(moves, () => Promise.resolve(), collect)).toEqual(["DONE", "NOT_FOUND"]);
  });
});
