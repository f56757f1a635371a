import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { collectOperation } from "../../src/commands/collect-operation.js";
import { recordAgreement } from "../../src/commands/record-agreement.js";
import { sharingAgreement } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, NOW, TODAY } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let officer: Viewer;
beforeAll(async () => {
  ground = await openGround();
  officer = await givenAccount(ground.database, { roles: ["COMPLIANCE"] });
});
afterAll(() => ground.database.close());

let made = 0;
const record = (overrides: object = {}) =>
  recordAgreement(commandContext(ground.database, officer), {
    partner: "示例供应链集团",
    number: `XY-${++made}`,
    purposes: ["CREDIT_ASSESSMENT"],
    expiresOn: "2027-01-01",
    ...overrides,
  });

const stored = async (id: string) => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(sharingAgreement).where(eq(sharingAgreement.id, id)),
  );
  return row;
};

const collect = (agreementNumber: string, more: object = {}) =>
  collectOperation(commandContext(ground.database, ground.collector), {
    customerId: ground.customerId,
    source: { channel: "PARTNER", agreementNumber, ...more },
    operatingState: "正常经营",
  });

describe("an agreement with a partner", () => {
  it("is kept with who recorded it and when, and runs from today unless said", async () => {
    const { agreementId } = await record({ number: " XY-A ", purposes: ["AUDIT", "AUDIT"] });
    expect(await stored(agreementId)).toMatchObject({
      number: "XY-A",
      purposes: ["AUDIT"],
      startsOn: TODAY,
      expiresOn: "2027-01-01",
      endedOn: null,
      recordedBy: officer.accountId,
      recordedAt: expect.stringContaining(NOW.toISOString().slice(0, 10)),
      version: 1,
    });
  });

  it("is what data may come under from then on, of that partner and nobody else", async () => {
    await expectRefusal(() => collect("XY-B"), "BAD_USER_INPUT", "source.agreementNumber");
    await record({ number: "XY-B" });
    expect(await collect("XY-B", { party: "示例供应链集团" })).toHaveProperty("recordId");
    await expectRefusal(() => collect("XY-B", { party: "别家公司" }), "BAD_USER_INPUT", "source.party");
  });

  it("that begins later opens nothing yet", async () => {
    await record({ number: "XY-C", startsOn: "2026-03-11" });
    await expectRefusal(() => collect("XY-C"), "BAD_USER_INPUT", "source.agreementNumber");
  });

  it("that began earlier may be recorded later", async () => {
    await record({ number: "XY-D", startsOn: "2025-01-01" });
    expect(await collect("XY-D")).toHaveProperty("recordId");
  });

  it.each([
    [{ partner: " " }, "partner"],
    [{ partner: "名".repeat(201) }, "partner"],
    [{ number: "" }, "number"],
    [{ purposes: [] }, "purposes"],
    [{ startsOn: "2026-02-30" }, "startsOn"],
    [{ startsOn: "2027-01-01" }, "expiresOn"],
    [{ startsOn: "2027-01-02" }, "expiresOn"],
    [{ startsOn: "2025-01-01", expiresOn: TODAY }, "expiresOn"],
    [{ expiresOn: "soon" }, "expiresOn"],
  ])("with %o is refused", async (change, field) => {
    await expectRefusal(() => record(change), "BAD_USER_INPUT", field);
  });

  it("is the only one of its number, whomever it is with: sources name it by that alone", async () => {
    await record({ number: "XY-E" });
    await expectRefusal(() => record({ number: "XY-E" }), "CONFLICT", "number");
    await expectRefusal(() => record({ number: "XY-E", partner: "别家公司" }), "CONFLICT", "number");
  });

  it("is one, however its number is written, and what comes under it names it as it likes", async () => {
    const { agreementId } = await record({ number: "n13d31f" });
    expect(await stored(agreementId)).toMatchObject({ number: "N13D31F" });
    for (const number of ["N13d31f", "Ｎ１３ｄ３１ｆ"]) {
      await expectRefusal(() => record({ number, partner: "别家公司" }), "CONFLICT", "number");
      expect(await collect(number)).toHaveProperty("recordId");
    }
  });

  it("has no number that looks like another's", async () => {
    await expectRefusal(() => record({ number: "XY-G\u200b" }), "BAD_USER_INPUT", "number");
    await expectRefusal(() => collect("XY-G\u200b"), "BAD_USER_INPUT", "source.agreementNumber");
  });

  it("recorded twice at once is recorded once", async () => {
    const both = await Promise.allSettled([record({ number: "XY-F" }), record({ number: "XY-F" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
