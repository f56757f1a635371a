import { describe, expect, test } from "vitest";
import { questionOf } from "../../src/domain/statistics/question.js";
import { refusalOf } from "../support/refusal.js";

type Asked = Parameters<typeof questionOf>[0];

const asking = (asked: Partial<Asked>) => () => questionOf({ groupBy: [], measures: ["CUSTOMERS"], ...asked });

describe("parts of a report that do not go together are named:", () => {
  test.each<[Partial<Asked>, string]>([
    [
      { groupBy: ["MONTH"], measures: ["RECORDS", "TASKS"] },
      "RECORDS and TASKS do not go together beside MONTH: one is of records, the other of tasks. Ask for them apart.",
    ],
    [
      { groupBy: ["MONTH"], measures: ["CUSTOMERS", "TASKS", "VERIFIED_SHARE"] },
      "TASKS and VERIFIED_SHARE do not go together beside MONTH: one is of tasks, the other of records. Ask for them apart.",
    ],
    [
      { measures: ["RECORDS", "TASKS"], filter: { category: ["CONTACT"] } },
      "RECORDS and TASKS do not go together beside CATEGORY: one is of records, the other of tasks. Ask for them apart.",
    ],
    [
      { groupBy: ["CATEGORY"], measures: ["REVENUE_SUM"] },
      "CATEGORY and REVENUE_SUM do not go together: one is of records or tasks, the other of customers. Ask for them apart.",
    ],
    [
      { groupBy: ["TASK_STATUS"], measures: ["RECORDS"] },
      "TASK_STATUS and RECORDS do not go together: one is of tasks, the other of customers or records. Ask for them apart.",
    ],
  ])("%j", async (asked, message) => {
    expect(await refusalOf(asking(asked))).toMatchObject({ code: "BAD_USER_INPUT", message });
  });

  test("records and tasks of customers, which do", () =>
    expect(asking({ groupBy: ["KIND"], measures: ["RECORDS", "TASKS"] })().subject).toBe("CUSTOMERS"));
});

describe("a value no customer, record or task can have is refused, and told how it is written:", () => {
  test.each<[string, string, RegExp]>([
    ["month", "2026-13", /YYYY-MM, the month from 01 to 12/],
    ["month", "2026-1", /YYYY-MM/],
    ["month", "0000-01", /YYYY-MM/],
    ["province", "310", /two digits of GB\/T 2260/],
    ["city", "31", /four digits of GB\/T 2260/],
    ["industrySection", "c", /a letter of GB\/T 4754/],
  ])("%s %s", async (field, value, says) => {
    const right = { month: "2026-12", province: "31", city: "3101", industrySection: "C" }[field] ?? "";
    const measures: Asked["measures"] = field === "month" ? ["RECORDS"] : ["CUSTOMERS"];
    const refusal = await refusalOf(asking({ measures, filter: { [field]: [right, value] } }));
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", details: { field: `filter.${field}` } });
    expect(refusal.message).toMatch(says);
    expect(refusal.message).toContain(`filter.${field}, value 2: `);
    expect(asking({ measures, filter: { [field]: [right] } })().filter).toEqual({
      [field.replace(/S/, "_S").toUpperCase()]: [right],
    });
  });
});
