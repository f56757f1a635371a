import { describe, expect, test } from "vitest";
import { mayCall } from "../../src/auth/authority.js";
import { Role } from "../../src/auth/role.js";
import { namesOf } from "../../src/domain/enumeration.js";
import type { Part } from "../../src/domain/four-eyes.js";
import { TaskStatus } from "../../src/domain/task.js";
import { allowedTaskActions, type TaskFacts, unfitFor, type VerifierFacts } from "../../src/domain/task-actions.js";

const FIT: VerifierFacts = { active: true, qualified: true, claims: 0, taken: [] };

const allowed = (role: Role, status: TaskStatus, more: Partial<TaskFacts> = {}) =>
  allowedTaskActions({ status, held: false, verifier: FIT, ...more }, "strict", (mutation) => mayCall(role, mutation));

/** What each role may do in each state, to whoever holds it and to anybody else. */
const POLICY: Partial<Record<Role, Partial<Record<TaskStatus, { mine: string[]; others: string[] }>>>> = {
  VERIFIER: {
    OPEN: { mine: ["CLAIM"], others: ["CLAIM"] },
    CLAIMED: { mine: ["RELEASE", "SUBMIT"], others: [] },
    RETURNED: { mine: ["CLAIM"], others: ["CLAIM"] },
  },
  REVIEWER: {
    OPEN: { mine: ["REASSIGN", "CANCEL"], others: ["REASSIGN", "CANCEL"] },
    CLAIMED: { mine: ["REASSIGN", "CANCEL"], others: ["REASSIGN", "CANCEL"] },
    SUBMITTED: { mine: ["RETURN"], others: ["RETURN"] },
    RETURNED: { mine: ["REASSIGN", "CANCEL"], others: ["REASSIGN", "CANCEL"] },
  },
};

describe.each(namesOf(Role))("a %s", (role) => {
  test.each(namesOf(TaskStatus))("is told what may be done with a task that is %s", (status) => {
    const { mine = [], others = [] } = POLICY[role]?.[status] ?? {};
    expect(allowed(role, status)).toEqual(others);
    expect(allowed(role, status, { held: status === "CLAIMED" })).toEqual(mine);
  });
});

describe("who may take a task up", () => {
  const wrong: [string, Partial<VerifierFacts>, string][] = [
    ["is disabled", { active: false }, "INACTIVE"],
    ["is not trained in the method", { qualified: false }, "UNQUALIFIED"],
    ["collected a record of it", { taken: ["COLLECTOR"] }, "FOUR_EYES"],
    ["asked for it", { taken: ["REQUESTER"] }, "FOUR_EYES"],
    ["verified one of its records in another task", { taken: ["VERIFIER"] }, "FOUR_EYES"],
    ["approved one of its records", { taken: ["APPROVER"] }, "FOUR_EYES"],
    ["holds ten claims", { claims: 10 }, "BUSY"],
  ];
  test.each(wrong)("not one who %s", (_, facts, why) => {
    expect(unfitFor("strict", { ...FIT, ...facts })).toBe(why);
    expect(allowed("VERIFIER", "OPEN", { verifier: { ...FIT, ...facts } })).toEqual([]);
  });

  test("and whoever collected a record of it does nothing with it as a reviewer, either", () => {
    const verifier: VerifierFacts = { ...FIT, taken: ["COLLECTOR"] };
    expect(namesOf(TaskStatus).flatMap((status) => allowed("REVIEWER", status, { verifier }))).toEqual([]);
  });

  test("one with nine claims may", () => {
    expect(unfitFor("strict", { ...FIT, claims: 9 })).toBeNull();
  });

  test("in a small company anybody but the collector", () => {
    const small = (part: Part) => unfitFor("small", { ...FIT, taken: [part] });
    expect(["COLLECTOR", "REQUESTER", "VERIFIER", "APPROVER", "ARCHIVER"].map((part) => small(part as Part))).toEqual([
      "FOUR_EYES",
      null,
      null,
      null,
      null,
    ]);
  });
});
