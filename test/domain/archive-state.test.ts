import { describe, expect, it } from "vitest";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import { CategoryCode } from "../../src/domain/category-code.js";
import { completenessOf } from "../../src/domain/completeness.js";
import { CustomerKind, Importance } from "../../src/domain/customer.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { freshnessOf } from "../../src/domain/freshness.js";
import type { LocalDate } from "../../src/domain/local-date.js";

describe("completeness", () => {
  const EVERYTHING = new Set(namesOf(CategoryCode));

  it.each(namesOf(CustomerKind))("of a %s with everything in force is whole, with nothing it is none", (kind) => {
    for (const importance of namesOf(Importance)) {
      expect(completenessOf(kind, importance, EVERYTHING)).toEqual({ score: 1, missing: [] });
      expect(completenessOf(kind, importance, new Set()).score).toBe(0);
    }
  });

  it("names what is missing and the mutation that supplies it", () => {
    const { missing } = completenessOf("ENTERPRISE", "A", new Set(["REGISTRATION", "CONTACT", "OPERATION", "CREDIT"]));
    expect(missing).toEqual([
      { category: "TRANSACTION", field: null, mutation: "collectTransaction" },
      { category: "FINANCIAL", field: null, mutation: "collectFinancialStatement" },
    ]);
  });

  it("asks more of an important customer", () => {
    const inForce = new Set(["REGISTRATION", "CONTACT"] as const);
    expect(completenessOf("SOLE_TRADER", "C", inForce).score).toBe(1);
    expect(completenessOf("SOLE_TRADER", "A", inForce).score).toBeLessThan(0.5);
  });
});

describe("freshness", () => {
  const collectedOn = "2026-01-01" as LocalDate;
  const on = (category: CategoryCode, today: string) => freshnessOf([{ category, collectedOn }], today as LocalDate);

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
    expect(INFORMATION_CATEGORIES.FEEDBACK.refreshDays).toBeNull();
    expect(on("FEEDBACK", "2036-01-01")).toBe("FRESH");
  });

  it("is that of the worst record", () =>
    expect(
      freshnessOf(
        [
          { category: "FINANCIAL", collectedOn },
          { category: "CONTACT", collectedOn },
        ],
        "2026-05-01" as LocalDate,
      ),
    ).toBe("STALE"));

  it("of an empty archive is stale", () => expect(freshnessOf([], collectedOn)).toBe("STALE"));
});
