import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectContact } from "../../src/commands/collect-contact.js";
import { giveConsent } from "../../src/commands/give-consent.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const give = (overrides: object = {}) =>
  giveConsent(commandContext(ground.database, ground.clerk), {
    customerId: ground.customerId,
    personName: "王五",
    purposes: ["CREDIT_ASSESSMENT"],
    categories: ["CONTACT"],
    ...overrides,
  });

const collect = (consentId: string, personName: string) =>
  collectContact(commandContext(ground.database, ground.collector), {
    customerId: ground.customerId,
    source: { channel: "DIRECT_CONTACT", consentId },
    personName,
    mobile: "13812345678",
  });

describe("a consent", () => {
  it("is the ground on which that person's data may be collected, and nobody else's", async () => {
    const { consentId } = await give();
    expect(await collect(consentId, "王五")).toHaveProperty("recordId");
    await expectRefusal(() => collect(consentId, "赵六"), "FORBIDDEN", "source.consentId");
  });

  it.each([
    [{ personName: " " }, "personName"],
    [{ purposes: [] }, "purposes"],
    [{ categories: [] }, "categories"],
    [{ givenOn: "2026-03-11" }, "givenOn"],
    [{ givenOn: "2026-02-30" }, "givenOn"],
    [{ expiresOn: "2026-03-10" }, "expiresOn"],
  ])("with %o is refused", async (change, field) => {
    await expectRefusal(() => give(change), "BAD_USER_INPUT", field);
  });

  it("of a customer elsewhere is refused as of one that is not there", async () => {
    await expectRefusal(() => give({ customerId: ground.elsewhereId }), "NOT_FOUND", "customerId");
  });
});
