import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SameQuestionDocument, WhoHasEverythingDocument } from "../generated/graphql.js";
import { type Archive, openArchive } from "../support/archive.js";
import { askTyped } from "../support/ask-typed.js";

describe("the same question about one customer", () => {
  let archive: Archive;
  let code: string;
  beforeAll(async () => {
    archive = await openArchive();
    const { data } = await askTyped(archive, "reviewer", WhoHasEverythingDocument, {});
    const found = data.customers.nodes.find(({ riskClass, contacts, financialStatements }) => {
      const statement = financialStatements?.nodes[0];
      return riskClass && contacts?.[0]?.idNumber && statement?.revenue && statement.bankAccount;
    });
    if (found === undefined) throw new Error("nobody in the demo data has everything");
    code = found.code;
  });
  afterAll(() => archive.close());

  const askAs = async (username: string) => {
    const { data, extensions } = await askTyped(archive, username, SameQuestionDocument, { code });
    const levels = Object.fromEntries(
      (extensions?.disclosures ?? []).map(({ coordinate, level }) => [coordinate, level]),
    );
    const { contacts, financialStatements, riskClass } = data.customer ?? {};
    return { contact: contacts?.[0], statement: financialStatements?.nodes[0], riskClass, levels };
  };

  test("an analyst reads figures and rating in full, persons masked, identities not at all", async () => {
    const { contact, statement, riskClass, levels } = await askAs("analyst");
    expect(riskClass).not.toBeNull();
    expect(statement?.revenue?.amount).toMatch(/^\d+(\.\d+)?$/);
    expect(contact?.personName).toMatch(/^.\*\*$/);
    expect(contact?.idNumber).toBeNull();
    expect(statement?.bankAccount).toBeNull();
    expect(levels).toEqual({
      "ContactRecord.personName": "MASKED",
      "ContactRecord.mobile": "MASKED",
      "ContactRecord.idNumber": "DENIED",
      "FinancialStatement.bankAccount": "DENIED",
    });
  });

  test("a compliance officer reads persons and identities in full, no figure and no rating", async () => {
    const { contact, statement, riskClass, levels } = await askAs("compliance");
    expect(contact?.personName).not.toContain("*");
    expect(contact?.idNumber).toMatch(/^\d{17}[\dX]$/);
    expect(statement?.bankAccount).toMatch(/^\d+$/);
    expect(statement?.revenue).toBeNull();
    expect(riskClass).toBeNull();
    expect(levels).toEqual({ "Customer.riskClass": "DENIED", "FinancialStatement.revenue": "DENIED" });
  });

  test("an archivist reads masks", async () => {
    const { contact, statement } = await askAs("archivist");
    expect(contact?.idNumber).toMatch(/^\*{4}[\dX]{4}$/);
    expect(statement?.revenue).toEqual({ amount: null, band: expect.stringMatching(/M/) });
  });
});
