import { describe, expect, test } from "vitest";
import { type Disclosure, disclosureOf } from "../../clients/disclosures.js";

const told: Disclosure = {
  path: "verificationTasks.nodes.@.findings",
  coordinate: "VerificationTask.findings",
  level: "DENIED",
  grade: "RECORD",
  clause: "SP12",
  texts: [
    { category: "CONTACT", field: null, level: "TASK_BOUND" },
    { category: "FINANCIAL", field: null, level: "TASK_BOUND" },
    { category: "FINANCIAL", field: "bankAccount", level: "DENIED" },
  ],
};

describe("a disclosure of texts about records", () => {
  test("comes to nothing on a row of a category whose texts are shown", () => {
    expect(disclosureOf(told, "REGISTRATION")).toBeNull();
  });

  test("has on a row of another the least that any text of it is shown with", () => {
    expect(disclosureOf(told, "CONTACT")).toMatchObject({ level: "TASK_BOUND", texts: told.texts?.slice(0, 1) });
    expect(disclosureOf(told, "FINANCIAL")).toMatchObject({ level: "DENIED", texts: told.texts?.slice(1) });
  });

  test("is of any other field the same on every row", () => {
    const { texts: _, ...mobile } = { ...told, coordinate: "ContactRecord.mobile", grade: "CONTACT" };
    expect(disclosureOf(mobile, "CONTACT")).toBe(mobile);
  });
});
