import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../src/domain/local-date.js";
import {
  type ConsentTerms,
  consentCovers,
  isPersonalData,
  mayBePersonalData,
  type Processing,
} from "../../src/domain/personal-data.js";

describe("personal data (SP4)", () => {
  it.each([
    ["CONTACT", "ENTERPRISE", {}, true],
    ["FINANCIAL", "SOLE_TRADER", {}, true],
    ["FINANCIAL", "ENTERPRISE", { bankAccount: "6222000000000000" }, false],
    ["FINANCIAL", "OTHER", { bankAccount: "6222000000000000" }, true],
    ["FINANCIAL", "OTHER", { bankAccount: null }, false],
    ["REGISTRATION", "SOLE_TRADER", {}, false],
  ] as const)("%s of %s with %o: %s", (category, kind, content, personal) =>
    expect(isPersonalData(category, kind, content)).toBe(personal),
  );

  it.each([
    ["CONTACT", "ENTERPRISE", true],
    ["FINANCIAL", "SOLE_TRADER", true],
    ["FINANCIAL", "OTHER", true],
    ["FINANCIAL", "ENTERPRISE", false],
    ["FINANCIAL", "BRANCH_OFFICE", false],
    ["REGISTRATION", "SOLE_TRADER", false],
  ] as const)("%s of %s may be, whatever it says: %s", (category, kind, may) =>
    expect(mayBePersonalData(category, kind)).toBe(may),
  );
});

describe("a consent", () => {
  const CONSENT: ConsentTerms = {
    personName: "Chen Mou",
    purposes: ["AFTER_SALE_SERVICE"],
    categories: ["CONTACT"],
    givenOn: "2026-01-01",
    expiresOn: "2027-01-01",
    withdrawnOn: null,
  };
  const covers = (
    change: Partial<ConsentTerms>,
    personName: string | null = "Chen Mou",
    purpose: Processing["purpose"] = null,
  ) =>
    consentCovers(
      { ...CONSENT, ...change },
      { category: "CONTACT", content: { personName }, today: "2026-03-10" as LocalDate, purpose },
    );

  it("covers its person, its categories, its time", () => expect(covers({})).toBe(true));
  it("covers the same person spelt in full width", () => expect(covers({}, " ＣＨＥＮ  Mou ")).toBe(true));
  it.each(["王 小明", "王　小明", "王小 明"])("covers the same person with the name spread out: %s", (name) =>
    expect(covers({ personName: "王小明" }, name)).toBe(true),
  );
  it("covers nobody else", () => expect(covers({}, "Chen Mouer")).toBe(false));
  it("covers the same person spelt with another middle dot", () =>
    expect(covers({ personName: "阿卜杜拉·买买提" }, "阿卜杜拉 • 买买提")).toBe(true));
  it("covers the purposes it was given for", () => expect(covers({}, "Chen Mou", "AFTER_SALE_SERVICE")).toBe(true));
  it("covers no other purpose", () => expect(covers({}, "Chen Mou", "DEBT_COLLECTION")).toBe(false));
  it("covers no other category", () => expect(covers({ categories: ["FEEDBACK"] })).toBe(false));
  it("covers nothing before it is given", () => expect(covers({ givenOn: "2026-03-11" })).toBe(false));
  it("covers nothing from the day it expires", () => expect(covers({ expiresOn: "2026-03-10" })).toBe(false));
  it("withdrawn covers nothing", () => expect(covers({ withdrawnOn: "2026-03-10" })).toBe(false));
  it("covers what names no person", () => expect(covers({}, null)).toBe(true));
});
