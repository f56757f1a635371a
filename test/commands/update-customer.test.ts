import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type UpdateCustomerInput, updateCustomer } from "../../src/commands/update-customer.js";
import { customer } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenCustomer, givenRecord, NOW } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

const USCC = "91350100M000100Y43";

let ground: Ground;
let id: string;
beforeAll(async () => {
  ground = await openGround();
});
beforeEach(async () => {
  ({ id } = await givenCustomer(ground.database, { branchId: ground.branchId, region: "350100" }));
});
afterAll(() => ground.database.close());

const update = (input: Partial<UpdateCustomerInput>) =>
  updateCustomer(commandContext(ground.database, ground.collector), { id, version: 1, ...input });

const stored = async () => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(customer).where(eq(customer.id, id)),
  );
  return row;
};

describe("updating a customer", () => {
  it("changes what is named, and nothing else", async () => {
    const before = await stored();
    await update({ name: "Renamed" });
    const after = await stored();
    expect(after).toEqual({
      ...before,
      name: "Renamed",
      updatedAt: after?.updatedAt,
      version: 2,
    });
    expect(new Date(after?.updatedAt ?? "")).toEqual(NOW);
  });

  it("clears with null what a customer can be without", async () => {
    await update({ region: null });
    expect((await stored())?.region).toBeNull();
    await expectRefusal(() => update({ version: 2, name: "" }), "BAD_USER_INPUT", "name");
  });

  it("from a stale version writes nothing", async () => {
    await update({ name: "First" });
    await expectRefusal(() => update({ name: "Second", status: "CLOSED" }), "CONFLICT", "version");
    expect(await stored()).toMatchObject({ name: "First", status: "ACTIVE", version: 2 });
  });

  it("from a version that cannot be is stale like any other", async () => {
    await expectRefusal(() => update({ name: "Renamed", version: 2 ** 31 - 1 }), "CONFLICT", "version");
  });

  it("of two at the same moment happens once", async () => {
    const outcomes = await Promise.allSettled([update({ name: "One" }), update({ name: "Two" })]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored())?.version).toBe(2);
  });

  it("keeps a credit code to one customer of the branch", async () => {
    await givenCustomer(ground.database, { branchId: ground.branchId, uscc: USCC });
    await expectRefusal(() => update({ uscc: USCC }), "CONFLICT", "uscc");
  });

  it("of another branch is answered as one of nobody", async () => {
    const [elsewhere, nowhere, malformed] = await Promise.all(
      [ground.elsewhereId, randomUUID(), "not an id"].map((other) =>
        refusalOf(() => update({ id: other, name: "Renamed" })),
      ),
    );
    expect(elsewhere).toEqual(nowhere);
    expect(malformed).toEqual(nowhere);
    expect(nowhere).toMatchObject({ code: "NOT_FOUND", details: { field: "id" } });
  });

  it("names something to change", () => expectRefusal(() => update({}), "BAD_USER_INPUT"));
});

describe("a customer that turns out to be a sole trader (SP4)", () => {
  const statement = (overrides: object) =>
    givenRecord(ground.database, "FINANCIAL", {
      customerId: id,
      collectedBy: ground.collector.accountId,
      ...overrides,
    });

  it("stays what it was while its statements, now a person's, have no ground", async () => {
    await statement({});
    await expectRefusal(() => update({ kind: "SOLE_TRADER" }), "INVALID_TRANSITION", "kind");
    expect(await stored()).toMatchObject({ kind: "ENTERPRISE", version: 1 });
  });

  it.each([
    ["they have a ground", { legalBasis: "CONTRACT" }],
    ["they are restricted", { status: "RESTRICTED", restrictedFrom: "VERIFIED" }],
  ])("becomes one when %s", async (_when, overrides) => {
    await statement(overrides);
    await update({ kind: "SOLE_TRADER" });
    expect(await stored()).toMatchObject({ kind: "SOLE_TRADER" });
  });

  it("is not like one that turns out to be a branch office: its statements stay its own", async () => {
    await statement({});
    await update({ kind: "BRANCH_OFFICE" });
    expect(await stored()).toMatchObject({ kind: "BRANCH_OFFICE" });
  });
});
