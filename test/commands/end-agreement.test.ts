import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { approveRecord } from "../../src/commands/approve-record.js";
import { collectFeedback } from "../../src/commands/collect-feedback.js";
import { compareNewRecords } from "../../src/commands/compare-new-records.js";
import { endAgreement } from "../../src/commands/end-agreement.js";
import { informationRecord, sharingAgreement } from "../../src/db/tables/index.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount, givenAgreement, NOW, TODAY } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let officer: Viewer;
beforeAll(async () => {
  ground = await openGround();
  officer = await givenAccount(ground.database, { roles: ["COMPLIANCE"] });
});
afterAll(() => ground.database.close());

const end = (id: string, overrides: object = {}) =>
  endAgreement(commandContext(ground.database, officer), { id, version: 1, reason: "Terminated", ...overrides });

const collect = (agreementNumber: string) =>
  collectFeedback(commandContext(ground.database, ground.collector), {
    customerId: ground.customerId,
    source: { channel: "PARTNER", agreementNumber },
    receivedOn: TODAY,
    kind: "PRAISE",
    satisfaction: 5,
  });

const stored = async (id: string) => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(sharingAgreement).where(eq(sharingAgreement.id, id)),
  );
  return row;
};

describe("ending an agreement early", () => {
  it("lets nothing come under it any more, and is kept with its reason", async () => {
    const { id, number } = await givenAgreement(ground.database);
    await collect(number);
    await end(id);
    expect(await stored(id)).toMatchObject({
      endedOn: TODAY,
      endReason: "Terminated",
      endedBy: officer.accountId,
      version: 2,
    });
    await expectRefusal(() => collect(number), "BAD_USER_INPUT", "source.agreementNumber");
  });

  it("leaves what came before as it is, and lets it go on", async () => {
    const { id, number } = await givenAgreement(ground.database);
    const { recordId } = await collect(number);
    await compareNewRecords({ database: ground.database, now: NOW, timeZone: "Asia/Shanghai", fourEyes: "strict" });
    await end(id);
    const of = eq(informationRecord.id, recordId);
    const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
      orm.select().from(informationRecord).where(of),
    );
    expect(row).toMatchObject({ status: "VERIFIED", agreementId: id, version: 1 });
    const reviewer = await givenAccount(ground.database, { roles: ["REVIEWER"] });
    const approved = { id: recordId, version: 1, overrides: [] };
    expect(await approveRecord(commandContext(ground.database, reviewer), approved)).toEqual({ recordId });
  });

  it("is possible before it has begun: then it never opens", async () => {
    const { id } = await givenAgreement(ground.database, { startsOn: "2026-04-01" });
    await end(id);
    expect(await stored(id)).toMatchObject({ endedOn: TODAY });
  });

  it("is done once", async () => {
    const { id } = await givenAgreement(ground.database);
    await end(id);
    await expectRefusal(() => end(id, { version: 2 }), "INVALID_TRANSITION");
  });

  it("is too late once it has expired", async () => {
    const { id } = await givenAgreement(ground.database, { expiresOn: TODAY });
    await expectRefusal(() => end(id), "INVALID_TRANSITION");
  });

  it("from a stale version is refused, and changes nothing", async () => {
    const { id } = await givenAgreement(ground.database);
    await expectRefusal(() => end(id, { version: 2 }), "CONFLICT", "version");
    expect(await stored(id)).toMatchObject({ endedOn: null, version: 1 });
  });

  it("needs a reason, and an agreement there is", async () => {
    const { id } = await givenAgreement(ground.database);
    await expectRefusal(() => end(id, { reason: " " }), "BAD_USER_INPUT", "reason");
    await expectRefusal(() => end("00000000-0000-4000-8000-000000000000"), "NOT_FOUND", "id");
    await expectRefusal(() => end("no id at all"), "NOT_FOUND", "id");
  });

  it("at the same moment as something is collected under it: that came before, or is refused", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, number } = await givenAgreement(ground.database);
      const [collected] = await Promise.allSettled([collect(number), end(id)]);
      if (collected.status === "rejected") expect(collected.reason).toMatchObject({ code: "BAD_USER_INPUT" });
      await expectRefusal(() => collect(number), "BAD_USER_INPUT", "source.agreementNumber");
    }
  });
});
