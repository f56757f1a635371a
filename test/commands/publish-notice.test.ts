import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM, type Viewer } from "../../src/auth/viewer.js";
import { publishNotice } from "../../src/commands/publish-notice.js";
import { newestNotice } from "../../src/db/queries/notice.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { defaultNotice } from "../../src/domain/notice.js";
import { Purpose } from "../../src/domain/source.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenAccount } from "../support/factory.js";
import { expectRefusal } from "../support/refusal.js";

let ground: Ground;
let compliance: Viewer;
beforeAll(async () => {
  ground = await openGround();
  compliance = await givenAccount(ground.database, { roles: ["COMPLIANCE"] });
});
afterAll(() => ground.database.close());

const publish = (purpose: Purpose, textZh = "告知", textEn = "We tell") =>
  publishNotice(commandContext(ground.database, compliance), { purpose, textZh, textEn });

const newest = (purpose: Purpose) =>
  ground.database.withViewer(SYSTEM, "READ", (session) => newestNotice(session, purpose));

describe("what a collector has to tell", () => {
  it("is published in versions of one purpose, the newest of which counts", async () => {
    expect(await newest("AUDIT")).toBeNull();
    await publish("AUDIT");
    await publish("AUDIT", "再告知", "We tell again");
    expect(await newest("AUDIT")).toMatchObject({ version: 2, textZh: "再告知", textEn: "We tell again" });
    expect(await newest("LEGAL_DUTY")).toBeNull();
  });

  it("is published one after the other by who does it at a time", async () => {
    await Promise.all([1, 2, 3].map(() => publish("DEBT_COLLECTION")));
    expect(await newest("DEBT_COLLECTION")).toMatchObject({ version: 3 });
  });

  it("says something in both languages", async () => {
    await expectRefusal(() => publish("AUDIT", " "), "BAD_USER_INPUT", "textZh");
    await expectRefusal(() => publish("AUDIT", "告知", ""), "BAD_USER_INPUT", "textEn");
  });

  it("has a text from the start for every purpose, which names the purpose and the right to withdraw", () => {
    const texts = namesOf(Purpose).map(defaultNotice);
    expect(new Set(texts.map(({ textZh }) => textZh)).size).toBe(texts.length);
    expect(new Set(texts.map(({ textEn }) => textEn)).size).toBe(texts.length);
    for (const { textZh, textEn } of texts) {
      expect(textZh).toContain("撤回同意");
      expect(textEn).toContain("withdraw your consent");
    }
  });
});
