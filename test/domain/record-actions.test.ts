import { describe, expect, it } from "vitest";
import { CategoryCode } from "../../src/domain/category-code.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { Corroboration, type RecordAction, RecordStatus } from "../../src/domain/record.js";
import { allowedRecordActions, type RecordFacts } from "../../src/domain/record-actions.js";
import { isCorroboratedEnough } from "../../src/domain/record-review.js";

const FACTS: RecordFacts = {
  status: "VERIFIED",
  category: "FINANCIAL",
  mayWrite: false,
  mayCall: () => true,
  fourEyes: "strict",
  collectedByMe: false,
  verifiedByMe: false,
  approvedByMe: false,
  corroboration: "FULL",
  inConflict: false,
  opposedByMe: false,
  grounded: true,
};

const allowed = (facts: Partial<RecordFacts>) => allowedRecordActions({ ...FACTS, ...facts });
const statesOf = (action: RecordAction, facts: Partial<RecordFacts> = {}) =>
  namesOf(RecordStatus).filter((status) => allowed({ ...facts, status }).includes(action));

describe("an action is legal", () => {
  it.each<[RecordAction, RecordStatus[]]>([
    ["REQUEST_VERIFICATION", ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"]],
    ["APPROVE", ["VERIFIED"]],
    ["RETURN", ["COLLECTED", "IN_VERIFICATION", "VERIFIED", "APPROVED"]],
    ["ARCHIVE", ["APPROVED"]],
    ["LIFT_RESTRICTION", ["RESTRICTED"]],
  ])("to %s, from %j", (action, states) => expect(statesOf(action)).toEqual(states));

  it("to RESTRICT, from all but RESTRICTED and ERASED", () =>
    expect(statesOf("RESTRICT")).toEqual(namesOf(RecordStatus).filter((s) => s !== "RESTRICTED" && s !== "ERASED")));

  it("to CORRECT, from all but SUPERSEDED, RESTRICTED and ERASED, for whoever may write the record", () => {
    const never: RecordStatus[] = ["SUPERSEDED", "RESTRICTED", "ERASED"];
    expect(statesOf("CORRECT", { mayWrite: true })).toEqual(namesOf(RecordStatus).filter((s) => !never.includes(s)));
    expect(statesOf("CORRECT")).toEqual([]);
  });

  it.each(["VERIFIED", "APPROVED"] as const)(
    "to approve or archive what is %s only once nothing contradicts it",
    (status) => {
      const actions = allowed({ status, inConflict: true });
      expect(actions).not.toContain("APPROVE");
      expect(actions).not.toContain("ARCHIVE");
    },
  );

  it.each(["RETURN", "REQUEST_VERIFICATION"] as const)("to %s for nobody who collected what contradicts it", (action) =>
    expect(statesOf(action, { opposedByMe: true })).toEqual([]),
  );

  it("to REQUEST_VERIFICATION for no assessment, which a reviewer approves or returns", () =>
    expect(statesOf("REQUEST_VERIFICATION", { category: "CREDIT" })).toEqual([]));

  it("for nobody who may not call its mutation", () => expect(allowed({ mayCall: () => false })).toEqual([]));

  it("for nobody of whom it is not known what they did", () => {
    const { corroboration: _, inConflict: __, grounded: ___, ...unknown } = FACTS;
    expect(allowedRecordActions(unknown)).not.toContain("APPROVE");
    expect(allowedRecordActions({ ...unknown, status: "RESTRICTED" })).toEqual([]);
  });
});

describe("four eyes", () => {
  it.each(["collectedByMe", "verifiedByMe"] as const)("keep who %s from approving and archiving", (part) => {
    expect(allowed({ [part]: true })).not.toContain("APPROVE");
    expect(allowed({ status: "APPROVED", [part]: true })).not.toContain("ARCHIVE");
    expect(allowed({ status: "APPROVED", [part]: true })).toContain("RETURN");
  });

  it("keep the approver from archiving", () =>
    expect(allowed({ status: "APPROVED", approvedByMe: true })).not.toContain("ARCHIVE"));

  it("in a small company keep the collector from approving, and nobody from archiving", () => {
    const small = { fourEyes: "small", corroboration: "PARTIAL" } as const;
    expect(allowed({ ...small, collectedByMe: true })).not.toContain("APPROVE");
    expect(allowed({ ...small, verifiedByMe: true })).toContain("APPROVE");
    expect(allowed({ ...small, status: "APPROVED", collectedByMe: true, approvedByMe: true })).toContain("ARCHIVE");
  });
});

describe("an approval takes", () => {
  const enough = (category: CategoryCode, mode: "strict" | "small") =>
    namesOf(Corroboration).filter((corroboration) => isCorroboratedEnough(category, corroboration, mode));

  it.each<[CategoryCode, Corroboration[], Corroboration[]]>([
    ["REGISTRATION", ["SINGLE_SOURCE", "PARTIAL", "FULL"], ["SINGLE_SOURCE", "PARTIAL", "FULL"]],
    ["CONTACT", ["SINGLE_SOURCE", "PARTIAL", "FULL"], ["SINGLE_SOURCE", "PARTIAL", "FULL"]],
    ["OPERATION", ["FULL"], ["PARTIAL", "FULL"]],
    ["FINANCIAL", ["FULL"], ["PARTIAL", "FULL"]],
    ["TRANSACTION", ["FULL"], ["PARTIAL", "FULL"]],
    [
      "CREDIT",
      ["SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL"],
      ["SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL"],
    ],
    [
      "FEEDBACK",
      ["SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL"],
      ["SELF_DECLARED", "SINGLE_SOURCE", "PARTIAL", "FULL"],
    ],
  ])("of a %s record %j, in a small company %j", (category, strict, small) => {
    expect([enough(category, "strict"), enough(category, "small")]).toEqual([strict, small]);
    expect(allowed({ category, corroboration: "REFUTED" })).not.toContain("APPROVE");
  });

  it("no undecided contradiction", () => expect(allowed({ inConflict: true })).not.toContain("APPROVE"));
});
