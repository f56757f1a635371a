import { describe, expect, it } from "vitest";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import { CategoryCode } from "../../src/domain/category-code.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { verifiedFields } from "../../src/domain/fields-to-verify.js";
import {
  corroborationAtCollection,
  dueAt,
  isVerified,
  methodsFor,
  nextMethod,
  type Origin,
  priorityOf,
  statusAfterScreening,
} from "../../src/domain/verification-policy.js";

const TOLD: Origin = { channel: "DIRECT_CONTACT", subChannel: null };
const REGISTER: Origin = { channel: "PUBLIC_SOURCE", subChannel: "OFFICIAL_REGISTER" };

describe("a newly collected record", () => {
  it.each(namesOf(CategoryCode))(
    "of %s gets one task per confirmation it needs, each of another method",
    (category) => {
      const methods = methodsFor(category, TOLD);
      expect(methods).toHaveLength(INFORMATION_CATEGORIES[category].minimumConfirmations);
      expect(new Set(methods).size).toBe(methods.length);
    },
  );

  it("of an assessment is our own judgement: no method verifies it, and no field of it is to be verified", () => {
    expect(namesOf(CategoryCode).filter((category) => !isVerified(category))).toEqual(["CREDIT"]);
    expect(nextMethod("CREDIT", [])).toBeNull();
    expect(namesOf(CategoryCode).filter((category) => verifiedFields(category).length === 0)).toEqual(["CREDIT"]);
  });

  it("of a registration from an official register is confirmed once already", () => {
    expect(methodsFor("REGISTRATION", REGISTER)).toEqual([]);
    expect(statusAfterScreening("REGISTRATION", REGISTER, [])).toBe("VERIFIED");
    expect(corroborationAtCollection("REGISTRATION", REGISTER)).toBe("SINGLE_SOURCE");
  });

  it("from a register nobody publishes is only what the customer says", () => {
    const claimed = { ...REGISTER, channel: "DIRECT_CONTACT" } as const;
    expect(methodsFor("REGISTRATION", claimed)).toHaveLength(1);
    expect(corroborationAtCollection("REGISTRATION", claimed)).toBe("SELF_DECLARED");
  });

  it("of finances takes two confirmations, whatever its source", () =>
    expect(methodsFor("FINANCIAL", REGISTER)).toHaveLength(2));

  it("with an error goes back, with less it is verified", () => {
    expect(statusAfterScreening("CONTACT", TOLD, [{ severity: "WARNING" }, { severity: "ERROR" }])).toBe("RETURNED");
    expect(statusAfterScreening("CONTACT", TOLD, [{ severity: "WARNING" }])).toBe("IN_VERIFICATION");
  });

  it("that needs no confirmation is verified by a clean screening", () =>
    expect(statusAfterScreening("FEEDBACK", TOLD, [{ severity: "INFO" }])).toBe("VERIFIED"));
});

describe("a task", () => {
  const since = new Date("2026-03-10T02:00:00Z");

  it.each(["CONTRADICTION", "MAJOR_EVENT"] as const)("for a %s is urgent and due in 24 hours", (cause) => {
    expect(priorityOf(cause)).toBe("URGENT");
    expect(dueAt(cause, since)).toEqual(new Date("2026-03-11T02:00:00Z"));
  });

  it("of routine is due in a week", () => {
    expect(priorityOf("ROUTINE")).toBe("NORMAL");
    expect(dueAt("ROUTINE", since)).toEqual(new Date("2026-03-17T02:00:00Z"));
  });
});
