import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type RegisterCustomerInput, registerCustomer } from "../../src/commands/register-customer.js";
import { customer } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenBranch, givenCustomer, NOW } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

const ACME = { name: "Acme", kind: "ENTERPRISE", importance: "B" } as const;
const USCC = "91350100M000100Y43";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const register = (input: Partial<RegisterCustomerInput> = {}, branchId: string | null = ground.branchId) =>
  registerCustomer(commandContext(ground.database, { ...ground.collector, branchId }), { ...ACME, ...input });

const stored = async (id: string) => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(customer).where(eq(customer.id, id)),
  );
  return row;
};

describe("registering a customer", () => {
  it("opens its archive in the branch of whoever does it", async () => {
    const { customerId } = await register({ name: "  Acme  ", region: "350100", industry: "C13" });
    expect(await stored(customerId)).toMatchObject({
      branchId: ground.branchId,
      name: "Acme",
      status: "PROSPECT",
      region: "350100",
      industry: "C13",
      version: 1,
    });
    expect(new Date((await stored(customerId))?.createdAt ?? "")).toEqual(NOW);
  });

  it("gives it a code that tells no number of customers", async () => {
    const codes = await Promise.all(
      [register(), register()].map(async (made) => (await stored((await made).customerId))?.code),
    );
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) expect(code).toMatch(/^C[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it("takes a code only once, whatever the branch", async () => {
    const { id: branchId } = await givenBranch(ground.database);
    await givenCustomer(ground.database, { branchId, code: "TAKEN-1", name: "Secret name" });
    const { message } = await expectRefusal(() => register({ code: "TAKEN-1" }), "CONFLICT", "code");
    expect(message).not.toContain("Secret name");
  });

  it("takes a credit code once per branch, and tells nothing of other branches", async () => {
    const { id: other } = await givenBranch(ground.database);
    await register({ uscc: USCC }, other);
    await register({ uscc: USCC });
    await expectRefusal(() => register({ uscc: USCC }), "CONFLICT", "uscc");
  });

  it("keeps a credit code whose check character is wrong, as a real licence has", async () => {
    const { customerId } = await register({ uscc: "91350211m0000xuf46" });
    expect((await stored(customerId))?.uscc).toBe("91350211M0000XUF46");
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "   " }, "name"],
    [{ name: "Ac\0me" }, "name"],
    [{ name: "A".repeat(201) }, "name"],
    [{ code: "lower" }, "code"],
    [{ code: "A\0" }, "code"],
    [{ uscc: "123" }, "uscc"],
    [{ region: "3501" }, "region"],
    [{ industry: "U1" }, "industry"],
  ] as const)("refuses %o by the name of the field", async (input, field) => {
    await expectRefusal(() => register(input), "BAD_USER_INPUT", field);
  });

  it("is for accounts that have a branch", () => expectRefusal(() => register({}, null), "FORBIDDEN"));
});
