import { describe, expect, it } from "vitest";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import { CategoryCode } from "../../src/domain/category-code.js";
import { checklistOf, LONGEST_CHECKLIST } from "../../src/domain/checklist.js";
import { completenessOf } from "../../src/domain/completeness.js";
import { CustomerKind, Importance } from "../../src/domain/customer.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { freshnessOf } from "../../src/domain/freshness.js";
import type { LocalDate } from "../../src/domain/local-date.js";

describe("completeness", () => {
  const filled = (...categories: readonly CategoryCode[]) => categories.map((category) => ({ category, empty: [] }));

  it.each(namesOf(CustomerKind))("of a %s with everything in force is whole, with nothing it is none", (kind) => {
    for (const importance of namesOf(Importance)) {
      const everything = filled(...namesOf(CategoryCode));
      expect(completenessOf(kind, importance, everything)).toEqual({ score: 1, missing: [] });
      expect(completenessOf(kind, importance, []).score).toBe(0);
    }
  });

  it("names what is missing and the mutation that supplies it", () => {
    const { missing } = completenessOf("ENTERPRISE", "A", filled("REGISTRATION", "CONTACT", "OPERATION", "CREDIT"));
    expect(missing).toEqual([
      { category: "TRANSACTION", field: null, mutation: "collectTransaction" },
      { category: "FINANCIAL", field: null, mutation: "collectFinancialStatement" },
    ]);
  });

  it("asks more of an important customer: more categories, and more of their fields", () => {
    const basic = [{ category: "REGISTRATION", empty: ["industry"] } as const, ...filled("CONTACT")];
    expect(completenessOf("SOLE_TRADER", "C", basic)).toEqual({ score: 1, missing: [] });
    expect(completenessOf("SOLE_TRADER", "A", basic).score).toBeLessThan(0.5);
    expect(completenessOf("SOLE_TRADER", "A", basic).missing).toContainEqual({
      category: "REGISTRATION",
      field: "industry",
      mutation: "collectRegistration",
    });
  });

  it("asks nobody for a capital they do not register", () => {
    const registration = [{ category: "REGISTRATION", empty: ["registeredCapital"] } as const];
    const asked = (kind: CustomerKind) =>
      completenessOf(kind, "A", registration).missing.some(({ field }) => field === "registeredCapital");
    expect(namesOf(CustomerKind).filter(asked)).toEqual(["ENTERPRISE", "OTHER"]);
  });

  it("counts a category in force by what is filled of it", () => {
    const { score } = completenessOf("SOLE_TRADER", "C", [
      { category: "REGISTRATION", empty: ["operatingStatus"] },
      ...filled("CONTACT"),
    ]);
    // Of the four key facts of a registration three are filled.
    expect(score).toBe((3 / 4 + 1) / 2);
  });

  it("lists a graded field that is empty, and does not count it", () => {
    const contact = [{ category: "CONTACT", empty: ["mobile"] } as const, ...filled("REGISTRATION")];
    expect(completenessOf("SOLE_TRADER", "C", contact)).toEqual({
      score: 1,
      missing: [{ category: "CONTACT", field: "mobile", mutation: "collectContact" }],
    });
  });
});

describe("the checklist", () => {
  it("never expects an identity number or a bank account: less is better", () => {
    const fields = LONGEST_CHECKLIST.flatMap((each) => each.fields);
    expect(fields).not.toContain("idNumber");
    expect(fields).not.toContain("bankAccount");
  });

  it.each(namesOf(CustomerKind))("of a %s asks nothing that the longest does not", (kind) => {
    const longest = new Map(LONGEST_CHECKLIST.map(({ category, fields }) => [category, fields]));
    for (const importance of namesOf(Importance))
      for (const { category, fields } of checklistOf(kind, importance))
        expect(longest.get(category)).toEqual(expect.arrayContaining([...fields]));
  });
});

describe("freshness", () => {
  const collectedOn = "2026-01-01" as LocalDate;
  const on = (category: CategoryCode, today: string) =>
    freshnessOf("ENTERPRISE", "A", [{ category, collectedOn }], today as LocalDate);

  // 1 January and 90 days is 1 April.
  it.each([
    ["2026-03-17", "FRESH"],
    ["2026-03-18", "DUE"],
    ["2026-04-01", "DUE"],
    ["2026-04-02", "STALE"],
  ])("of a registration of 1 January on %s is %s", (today, expected) =>
    expect(on("REGISTRATION", today)).toBe(expected),
  );

  it("is not lost by what only events refresh", () => {
    expect(INFORMATION_CATEGORIES.TRANSACTION.refreshDays).toBeNull();
    expect(on("TRANSACTION", "2036-01-01")).toBe("FRESH");
  });

  it("is not lost by what the checklist does not expect", () => {
    const both = [
      { category: "REGISTRATION", collectedOn: "2026-04-20" as LocalDate },
      { category: "FINANCIAL", collectedOn: "2020-01-01" as LocalDate },
    ] as const;
    expect(freshnessOf("SOLE_TRADER", "C", both, "2026-05-01" as LocalDate)).toBe("FRESH");
    expect(freshnessOf("SOLE_TRADER", "A", both, "2026-05-01" as LocalDate)).toBe("STALE");
  });

  it("is that of the worst record", () =>
    expect(
      freshnessOf(
        "ENTERPRISE",
        "A",
        [
          { category: "FINANCIAL", collectedOn },
          { category: "CONTACT", collectedOn },
        ],
        "2026-05-01" as LocalDate,
      ),
    ).toBe("STALE"));

  it("of an empty archive is stale", () => expect(freshnessOf("ENTERPRISE", "A", [], collectedOn)).toBe("STALE"));
});
