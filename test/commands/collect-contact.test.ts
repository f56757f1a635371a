import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../../src/auth/viewer.js";
import { type CollectContactInput, collectContact } from "../../src/commands/collect-contact.js";
import { collectFinancialStatement } from "../../src/commands/collect-financial-statement.js";
import { informationRecord } from "../../src/db/tables/index.js";
import type { Channel } from "../../src/domain/source.js";
import { type Ground, openGround } from "../support/commands.js";
import { commandContext, givenConsent, givenCustomer, TODAY } from "../support/factory.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.database.close());

const PERSON = { personName: "Chen Mou", mobile: "13812345678" };

const collect = (source: Partial<CollectContactInput["source"]>, content: object = PERSON) =>
  collectContact(commandContext(ground.database, ground.clerk), {
    customerId: ground.customerId,
    source: { channel: "DIRECT_CONTACT", ...source },
    ...content,
  });

const consent = (overrides: object = {}) =>
  givenConsent(ground.database, {
    customerId: ground.customerId,
    recordedBy: ground.clerk.accountId,
    personName: "Chen Mou",
    ...overrides,
  });

const stored = async (recordId: string) => {
  const [row] = await ground.database.withViewer(SYSTEM, "READ", ({ orm }) =>
    orm.select().from(informationRecord).where(eq(informationRecord.id, recordId)),
  );
  return row;
};

describe("contact details (SP4)", () => {
  it.each(["DIRECT_CONTACT", "PUBLIC_SOURCE", "MARKET_RESEARCH", "SITE_INVESTIGATION"] satisfies Channel[])(
    "are not collected without a ground, even from %s",
    async (channel) => {
      const { message } = await expectRefusal(() => collect({ channel }), "FORBIDDEN", "source.consentId");
      expect(message).toContain("SP4");
    },
  );

  it("are collected with the person's consent", async () => {
    const { id: consentId } = await consent();
    const { recordId } = await collect({ consentId });
    expect(await stored(recordId)).toMatchObject({ consentId, series: "chen mou", personName: "Chen Mou" });
  });

  it("are collected on a named legal basis", async () => {
    const { recordId } = await collect({ legalBasis: "CONTRACT" });
    expect(await stored(recordId)).toMatchObject({ consentId: null, legalBasis: "CONTRACT" });
  });

  it("are refused with the same words whatever a consent falls short of", async () => {
    const short = await Promise.all([
      consent({ withdrawnOn: TODAY }),
      consent({ expiresOn: TODAY }),
      consent({ givenOn: "2026-03-11" }),
      consent({ categories: ["FINANCIAL"] }),
      consent({ personName: "Lin Mou" }),
      consent({ customerId: ground.elsewhereId }),
    ]);
    const refusals = await Promise.all(
      [...short.map(({ id }) => id), "not an id"].map((consentId) => refusalOf(() => collect({ consentId }))),
    );
    expect(new Set(refusals.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "FORBIDDEN", details: { field: "source.consentId" } });
  });

  it("on a legal basis do not make a withdrawn consent hold", async () => {
    const { id: consentId } = await consent({ withdrawnOn: TODAY });
    await expectRefusal(() => collect({ consentId, legalBasis: "CONTRACT" }), "FORBIDDEN", "source.consentId");
  });

  it("of one person are one series, however the name is spelt", async () => {
    const spellings = ["Chen Mou", "ＣＨＥＮ　Mou", " chen  mou "];
    const series = await Promise.all(
      spellings.map(
        async (personName) =>
          (await stored((await collect({ legalBasis: "CONTRACT" }, { ...PERSON, personName })).recordId))?.series,
      ),
    );
    expect(new Set(series)).toEqual(new Set(["chen mou"]));
  });
});

describe("a financial statement (SP4)", () => {
  const collectOf = async (kind: "SOLE_TRADER" | "ENTERPRISE") => {
    const { id: customerId } = await givenCustomer(ground.database, { branchId: ground.branchId, kind });
    const content = { periodStart: "2025-01-01", periodEnd: "2025-12-31", currency: "CNY" };
    const source = { channel: "DIRECT_CONTACT" } as const;
    return collectFinancialStatement(commandContext(ground.database, ground.collector), {
      customerId,
      source,
      ...content,
    });
  };

  it("of a sole trader is personal data", () => expectRefusal(() => collectOf("SOLE_TRADER"), "FORBIDDEN"));
  it("of a company is not", async () => expect(await collectOf("ENTERPRISE")).toHaveProperty("recordId"));
});
