import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../support/archive.js";

const PAGE = `query ($size: Int!) {
  customers(first: $size) {
    nodes {
      code
      name
      registration { legalName uscc }
      financialStatements(first: 1) { nodes { periodEnd totalAssets { amount band } revenue { amount band } bankAccount } }
      contacts { personName mobile }
      verificationTasks(first: 20, filter: { status: { in: [OPEN, CLAIMED] } }) { nodes { method dueAt } }
    }
  }
}`;

const FINANCIAL =
  /total_assets|total_liabilities|equity|revenue|net_profit|profit_before_tax|tax_paid|guarantees_given|operating_cash_flow|bank_account|currency/;

describe("a page of customers", () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await openArchive();
  });
  afterAll(() => archive.close());

  test("is one data statement, whatever its size", async () => {
    await archive.ask("reviewer", PAGE, { size: 1 });
    archive.sent();
    for (const size of [1, 10, 50]) {
      const { data } = await archive.ask("reviewer", PAGE, { size });
      expect(data.customers.nodes).toHaveLength(size);
      expect(archive.sent()).toHaveLength(1);
    }
  });

  test("names no financial column for a clerk", async () => {
    const { data } = await archive.ask("clerk", PAGE, { size: 50 });
    expect(data.customers.nodes).toHaveLength(50);
    const [statement] = archive.sent();
    expect(statement).not.toMatch(FINANCIAL);
    expect(statement).toContain("mobile_masked");
  });
});
