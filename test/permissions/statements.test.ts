import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printDocument } from "./oracle/ask.js";
import { gradeAt, ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { wholeOf } from "./oracle/whole.js";
import { forbidden, namedIn, RECORD_TYPES } from "./worlds/witness.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const everything = (): string[] => {
  const asks = RECORD_TYPES.flatMap((type) => wholeOf(scene.schema, type).map((ask) => ({ ...ask, on: type })));
  const records = { field: "nodes", asks };
  const single = (field: string, type: string) => ({ field, asks: wholeOf(scene.schema, type) });
  const page = (field: string, type: string) => ({
    field,
    args: "first: 5",
    asks: [{ field: "nodes", asks: wholeOf(scene.schema, type) }],
  });
  const portfolio = [
    ...wholeOf(scene.schema, "Customer").filter(({ asks: inner }) => inner === undefined),
    single("registration", "RegistrationRecord"),
    single("contacts", "ContactRecord"),
    single("operation", "OperationRecord"),
    single("creditAssessment", "CreditAssessment"),
    single("consents", "Consent"),
    single("majorEvents", "MajorEvent"),
    page("financialStatements", "FinancialStatement"),
    page("transactions", "TransactionRecord"),
    page("feedback", "FeedbackRecord"),
  ];
  return [
    printDocument([{ field: "informationRecords", args: "first: 50", asks: [records] }]),
    printDocument([{ field: "customers", args: "first: 5", asks: [{ field: "nodes", asks: portfolio }] }]),
    printDocument([page("financialStatements", "FinancialStatement")]),
  ];
};

describe.each(ROLES.map((role) => [role, role.toLowerCase()]))("whatever a %s asks for", (role, username) => {
  test("no statement names a column that is denied, or the full one where there is a mask", async () => {
    scene.archive.sent();
    for (const document of everything()) {
      const { errors } = await scene.archive.ask(username, document);
      expect(errors).toBeUndefined();
    }
    const statements = scene.archive.sent();
    const named = namedIn(statements);
    expect(named).toContain("information_record.recorded_at");
    expect(forbidden(role).filter((column) => named.has(column))).toEqual([]);
  });

  test("its values are in no statement: they travel beside it", async () => {
    scene.archive.sent();
    const search = "CANARY-search";
    const filter = { name: { in: ["CANARY-name"] }, createdAt: { gt: "2001-02-03T04:05:06Z" } };
    const document = "query ($s: String, $f: CustomerFilter) { customers(search: $s, filter: $f) { totalCount } }";
    await scene.archive.ask(username, document, { s: search, f: filter });
    expect(scene.archive.sent().join()).not.toMatch(/CANARY|2001-02-03/i);
  });
});

test("the columns looked for are there: the policy has something to forbid to everybody but a reviewer", () => {
  for (const role of ROLES) expect(forbidden(role).length > 0).toBe(role !== "REVIEWER");
  expect(gradeAt("ContactRecord.idNumber").masked).toBe(true);
});
