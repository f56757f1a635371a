import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../examples/customer-screen.js";
import { type Archive, openArchive } from "../support/archive.js";
import { SEEDED_PASSWORD } from "../support/seed.js";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ env: { PURPOSE: "required" } });
});
afterAll(() => archive.close());

/** The parts of the screen as somebody is shown it, by their titles. */
const screen = async (as: string, code = "SH-0003"): Promise<Record<string, string>> => {
  const printed = await run(`${archive.url}/graphql`, SEEDED_PASSWORD, { as, code });
  return Object.fromEntries(printed.split("\n\n").map((part) => [/^[A-Z][\w-]*/.exec(part)?.[0] ?? "", part]));
};

describe("a customer's screen", () => {
  test("is filled for a reviewer, who is shown everything", async () => {
    const { Contacts, Financial, Transactions, Credit } = await screen("reviewer");
    for (const part of [Contacts, Financial, Transactions, Credit]) expect(part).not.toMatch(/▒|◐|not for this role/);
    expect(Contacts).toMatch(/ 1\d{10} /);
    expect(Financial).toMatch(/ \d+ CNY/);
    expect(Credit).toMatch(/ (A{1,3}|B{1,3}|C|D) /);
  });

  test("leaves out for a clerk what a clerk is never shown, and marks what depends on the row", async () => {
    const parts = await screen("clerk");
    expect(parts.Contacts).toMatch(/\d{3}\*{4}\d{4} ◐ +▒▒▒/);
    expect(parts.Financial).toBe("Financial statements: not for this role");
    expect(parts.Credit).toBe("Credit: not for this role");
    expect(parts["SH-0003"]).toMatch(/risk class +▒▒▒/);
  });

  test("shows an archivist bands instead of amounts", async () => {
    expect((await screen("archivist")).Financial).toMatch(/\d+M.\d+M ▒/);
  });

  test("says what is missing, and whether it is mine to fill in", async () => {
    const input = { code: "SH-NEW", name: "新登记的公司", kind: "ENTERPRISE", importance: "A" };
    const register =
      "mutation ($input: RegisterCustomerInput!) { registerCustomer(input: $input) { customer { id } } }";
    expect((await archive.ask("collector", register, { input })).errors).toBeUndefined();
    expect((await screen("collector", "SH-NEW")).Archive).toMatch(/CONTACT.* +I may collectContact/);
    const { Archive: clerks } = await screen("clerk", "SH-NEW");
    expect(clerks).toMatch(/CONTACT.* +I may collectContact/);
    expect(clerks).toMatch(/REGISTRATION.* +not mine to collectRegistration/);
  });

  test("is none where there is no customer for me", async () => {
    await expect(screen("clerk", "BJ-0001")).rejects.toThrow("No customer BJ-0001 is there for CLERK.");
  });
});
