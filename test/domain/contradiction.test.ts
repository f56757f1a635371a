import { describe, expect, it } from "vitest";
import type { CategoryCode } from "../../src/domain/category-code.js";
import { CATEGORY_FIELDS } from "../../src/domain/category-fields.js";
import { CONTENT_FORMS } from "../../src/domain/content.js";
import { contradictions, type Said, statementOf } from "../../src/domain/contradiction.js";

const contradictingFields = (category: CategoryCode, first: Said, second: Said): string[] =>
  contradictions(statementOf(category, first), statementOf(category, second));

describe("two records of a series", () => {
  it.each([
    ["REGISTRATION", "legalRepresentative", "张伟", "李伟"],
    ["REGISTRATION", "establishedOn", "2001-02-03", "2001-02-04"],
    ["CONTACT", "mobile", "13800000000", "13900000000"],
    ["FINANCIAL", "revenue", "100", "100.01"],
    ["FINANCIAL", "audited", true, false],
    ["OPERATION", "employees", 12, 13],
    ["CREDIT", "rating", "A", "AA"],
    ["TRANSACTION", "dueOn", "2025-01-01", "2025-01-02"],
  ] as const)("contradict each other in a field of %s that says different things: %s", (category, field, a, b) => {
    expect(contradictingFields(category, { [field]: a }, { [field]: b })).toEqual([field]);
  });

  it.each([
    ["width", "legalName", "ABC有限公司", "ＡＢＣ有限公司"],
    ["case", "uscc", "91350100M000100Y43", "91350100m000100y43"],
    ["blanks", "legalRepresentative", " 欧阳  娜 ", "欧阳 娜"],
    ["zeros of an amount", "registeredCapital", "2000.0000", "2000"],
  ])("do not when they differ in %s only", (_, field, a, b) => {
    expect(contradictingFields("REGISTRATION", { [field]: a }, { [field]: b })).toEqual([]);
  });

  it("do not where one of them says nothing", () => {
    for (const nothing of [null, undefined, ""])
      expect(contradictingFields("CONTACT", { email: nothing, mobile: "1" }, { email: "a@b.cn", mobile: "1" })).toEqual(
        [],
      );
  });

  it("contradict each other in an amount of another currency, which has no name of its own", () => {
    const first = { amount: "100", amountCurrency: "CNY", settledAmount: "100" };
    const second = { amount: "100.0000", amountCurrency: "USD", settledAmount: null };
    expect(contradictingFields("TRANSACTION", first, second)).toEqual(["amount"]);
  });

  it("are compared in every field of their category, and named as the API names it", () => {
    for (const category of Object.keys(CONTENT_FORMS) as CategoryCode[]) {
      const fields = CATEGORY_FIELDS[category].map(({ name }) => name);
      const say = (what: string) => Object.fromEntries(fields.map((name) => [name, what]));
      expect(contradictingFields(category, say("1"), say("2")).sort()).toEqual([...fields].sort());
    }
  });
});
