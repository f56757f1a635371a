import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { type TransferCustomerInput, transferCustomer } from "../../src/commands/transfer-customer.js";
import { customer, taskState, verificationTask } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import {
  commandContext,
  givenAccount,
  givenBranch,
  givenCustomer,
  givenRecord,
  givenTask,
} from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let archivist: Viewer;
let there: Awaited<ReturnType<typeof givenBranch>>;
let customerId: string;
beforeAll(async () => {
  ground = await openGround();
  archivist = await givenAccount(ground.database, { roles: ["ARCHIVIST"] });
});
beforeEach(async () => {
  there = await givenBranch(ground.database);
  customerId = (await givenCustomer(ground.database, { branchId: ground.branchId })).id;
});
afterAll(() => ground.database.close());

const transfer = (input: Partial<TransferCustomerInput> = {}) =>
  transferCustomer(commandContext(ground.database, archivist), {
    id: customerId,
    version: 1,
    branchCode: there.code,
    reason: "It moved",
    ...input,
  });

const read = <T>(work: Parameters<typeof ground.database.withViewer<T>>[2]) =>
  ground.database.withViewer(SYSTEM, "READ", work);

const stored = async () => {
  const [row] = await read(({ orm }) => orm.select().from(customer).where(eq(customer.id, customerId)));
  return row;
};

const claimedBy = async (branchId: string | null, overrides: object = {}) => {
  const holder = await givenAccount(ground.database, { roles: ["VERIFIER"], branchId });
  const record = await givenRecord(ground.database, "OPERATION", {
    customerId,
    collectedBy: ground.collector.accountId,
  });
  return givenTask(ground.database, record, { assigneeId: holder.accountId, ...overrides });
};

const taskOf = async (id: string) => {
  const [row] = await read(({ orm }) => orm.select().from(verificationTask).where(eq(verificationTask.id, id)));
  return row;
};

describe("transferring a customer", () => {
  it("gives it to the other branch, as a new version", async () => {
    await transfer();
    expect(await stored()).toMatchObject({ branchId: there.id, version: 2 });
  });

  it("opens again what the branch before has claimed or was sent back, and says why", async () => {
    const claimed = await claimedBy(ground.branchId);
    const returned = await claimedBy(ground.branchId, { status: "RETURNED", claimedUntil: null });
    const nobodys = await claimedBy(null);
    await transfer();
    for (const { id } of [claimed, returned, nobodys])
      expect(await taskOf(id)).toMatchObject({ status: "OPEN", assigneeId: null, claimedUntil: null, version: 2 });
    const [state] = await read(({ orm }) => orm.select().from(taskState).where(eq(taskState.taskId, claimed.id)));
    expect(state).toMatchObject({ status: "OPEN", reason: "It moved", actorId: archivist.accountId });
  });

  it("leaves claims of the new branch alone, and what was handed in", async () => {
    const kept = await claimedBy(there.id);
    const submitted = await claimedBy(ground.branchId, { status: "SUBMITTED", claimedUntil: null });
    await transfer();
    expect([(await taskOf(kept.id))?.status, (await taskOf(submitted.id))?.status]).toEqual(["CLAIMED", "SUBMITTED"]);
  });

  it("is refused where that branch has a customer of this credit code already, and changes nothing", async () => {
    const uscc = "91350100M000100Y43";
    await givenCustomer(ground.database, { branchId: there.id, uscc });
    const fresh = await givenCustomer(ground.database, { branchId: ground.branchId, uscc });
    customerId = fresh.id;
    const claimed = await claimedBy(ground.branchId);
    const refusal = await expectRefusal(() => transfer(), "CONFLICT", "branchCode");
    expect(refusal.message).not.toContain(uscc);
    expect((await stored())?.branchId).toBe(ground.branchId);
    expect((await taskOf(claimed.id))?.status).toBe("CLAIMED");
  });

  it.each<[string, () => Partial<TransferCustomerInput>]>([
    ["to a branch that does not exist", () => ({ branchCode: "NOWHERE" })],
    ["without a reason", () => ({ reason: "" })],
  ])("is refused %s", async (_, input) => {
    await expectRefusal(() => transfer(input()), "BAD_USER_INPUT");
    expect((await stored())?.version).toBe(1);
  });

  it("is refused to the branch it is with, from a stale version, and where there is no such customer", async () => {
    await expectRefusal(() => transfer({ version: 2 }), "CONFLICT", "version");
    await expectRefusal(() => transfer({ id: "none" }), "NOT_FOUND", "id");
    await transfer();
    await expectRefusal(() => transfer({ version: 2 }), "BAD_USER_INPUT", "branchCode");
  });
});
