import { describe, expect, it } from "vitest";
import { moveDue } from "../../src/domain/confirmation.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { fieldsToVerify } from "../../src/domain/fields-to-verify.js";
import { followingMethod, type Verified } from "../../src/domain/follow-up.js";
import { isLegal } from "../../src/domain/life.js";
import { observedContent } from "../../src/domain/observation.js";
import { RecordStatus } from "../../src/domain/record.js";
import { RECORD_LIFE } from "../../src/domain/record-life.js";
import type { TaskStatus, VerificationMethod } from "../../src/domain/task.js";

const tasks = (...said: [VerificationMethod, TaskStatus][]) => said.map(([method, status]) => ({ method, status }));

const CONTACT: Verified = {
  category: "CONTACT",
  corroboration: "SELF_DECLARED",
  confirmations: 0,
  enough: false,
  unreached: true,
  tasks: tasks(["PHONE_CALL", "SUBMITTED"]),
};

describe("after a task that reached nobody", () => {
  it("another method is tried, one that was not tried yet", () =>
    expect(followingMethod(CONTACT)).toBe("THIRD_PARTY_COMPARISON"));

  it("it is tried though another task is under way", () => {
    const under = tasks(["PHONE_CALL", "SUBMITTED"], ["THIRD_PARTY_COMPARISON", "OPEN"]);
    expect(followingMethod({ ...CONTACT, tasks: under })).toBe("SITE_VISIT");
  });

  it("a method whose task was called off is not tried yet", () => {
    const off = tasks(["PHONE_CALL", "SUBMITTED"], ["THIRD_PARTY_COMPARISON", "CANCELLED"]);
    expect(followingMethod({ ...CONTACT, tasks: off })).toBe("THIRD_PARTY_COMPARISON");
  });

  it("nothing more is tried after the third: the reviewer decides", () => {
    const three = tasks(
      ["PHONE_CALL", "SUBMITTED"],
      ["THIRD_PARTY_COMPARISON", "SUBMITTED"],
      ["SITE_VISIT", "SUBMITTED"],
    );
    expect(followingMethod({ ...CONTACT, tasks: three.slice(0, 2) })).toBe("SITE_VISIT");
    expect(followingMethod({ ...CONTACT, tasks: three })).toBeNull();
  });
});

describe("after a task that reached somebody", () => {
  const reached = { ...CONTACT, unreached: false };

  it("another is opened when the record is short and nothing is under way", () => {
    expect(followingMethod(reached)).toBe("THIRD_PARTY_COMPARISON");
    const under = tasks(["PHONE_CALL", "SUBMITTED"], ["THIRD_PARTY_COMPARISON", "RETURNED"]);
    expect(followingMethod({ ...reached, tasks: under })).toBeNull();
  });

  it("none is opened when it has enough, or is refuted", () => {
    expect(followingMethod({ ...reached, corroboration: "SINGLE_SOURCE", confirmations: 1, enough: true })).toBeNull();
    expect(followingMethod({ ...reached, corroboration: "REFUTED" })).toBeNull();
  });

  it("confirmations that are not independent of each other are no end of it", () => {
    const two = tasks(["DOCUMENT_CHECK", "SUBMITTED"], ["THIRD_PARTY_COMPARISON", "SUBMITTED"]);
    const once = { corroboration: "SINGLE_SOURCE", confirmations: 1, tasks: two } as const;
    expect(followingMethod({ ...reached, category: "FINANCIAL", ...once })).toBe("PUBLIC_REGISTER_CHECK");
  });
});

describe("the status of a record", () => {
  const wanted = (enough: boolean, awaited = false) =>
    namesOf(RecordStatus).map((status) => [status, moveDue(status, { enough, awaited })]);

  it.each([true, false])("follows by legal moves only, with enough confirmations: %s", (enough) => {
    for (const status of namesOf(RecordStatus)) {
      const move = moveDue(status, { enough, awaited: false });
      if (move !== null) expect(isLegal(RECORD_LIFE, move, status)).toBe(true);
    }
  });

  it("follows up to the review, and back from it when confirmations are gone", () => {
    expect(wanted(true).filter(([, move]) => move)).toEqual([
      ["COLLECTED", "CONFIRM"],
      ["IN_VERIFICATION", "CONFIRM"],
    ]);
    expect(wanted(false).filter(([, move]) => move)).toEqual([
      ["VERIFIED", "UNCONFIRM"],
      ["APPROVED", "START_VERIFICATION"],
    ]);
  });

  it("waits for what somebody wants to know", () =>
    expect(moveDue("IN_VERIFICATION", { enough: true, awaited: true })).toBeNull());
});

describe("the fields to verify", () => {
  it("are the critical ones a record fills", () =>
    expect(fieldsToVerify("CONTACT", { personName: "A", mobile: null, email: "a@b.c" })).toEqual(["personName"]));

  it("are those it cannot be without, where none is critical", () =>
    expect(fieldsToVerify("FEEDBACK", { receivedOn: "2026-01-01", kind: "PRAISE", text: "A" })).toEqual([
      "receivedOn",
      "kind",
    ]));
});

it("an observation says what was observed, and which thing it is about", () => {
  const checked = { personName: "A", mobile: "1", email: "a@b.c", idNumber: "2" };
  const content = observedContent("CONTACT", checked, { mobile: "3" });
  expect(content).toMatchObject({ personName: "A", mobile: "3", email: null, idNumber: null });
});
