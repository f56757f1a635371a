import { beforeAll, describe, expect, test } from "vitest";
import { permissionsDocument } from "../../src/cli/permissions/document.js";
import { type SecuredSchema, securedSchema } from "../../src/execution/secured-schema.js";

/** The cells of the first row that begins so, in the section of that name, by role. */
const rowOf = (document: string, section: string, first: string): Record<string, string> => {
  const [, text = ""] = document.split(`\n${section}\n`);
  const lines = text.split(/\n##/)[0]?.split("\n") ?? [];
  const cells = (line = "") => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
  const head = cells(lines.find((line) => line.startsWith("| ")));
  const row = cells(lines.find((line) => line.startsWith(`| ${first} |`)));
  return Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""]));
};

describe("docs/permissions.md says", () => {
  let secured: SecuredSchema;
  let document: string;
  beforeAll(async () => {
    secured = await securedSchema();
    document = permissionsDocument(secured);
  });

  test("that a clerk sees a mobile number masked but for work, an auditor not at all", () => {
    const row = rowOf(document, "### ContactRecord", "`mobile`");
    expect(row).toMatchObject({ grade: "CONTACT", CLERK: "T/M", COLLECTOR: "F", ANALYST: "M", AUDITOR: "–" });
  });

  test("that a seal of a statement weighs as its category wherever it stands", () => {
    expect(rowOf(document, "### InformationRecord", "`seal`")).toMatchObject({
      grade: "RECORD",
      CLERK: "R",
      REVIEWER: "R",
    });
    expect(rowOf(document, "## Texts about records", "FINANCIAL")).toMatchObject({ VERIFIER: "T/–", ARCHIVIST: "–" });
  });

  test("that nobody orders by what they may not read in full", () => {
    const row = rowOf(document, "## What is used without being shown", "`CustomerOrderField.REVENUE`");
    expect(row).toMatchObject({ use: "order", ANALYST: "✓", ARCHIVIST: "–", COLLECTOR: "–" });
  });

  test("who may collect contacts, and that a clerk writes no identity number", () => {
    expect(rowOf(document, "## Who may do what", "`collectContact`")).toMatchObject({ CLERK: "✓", ANALYST: "–" });
    const row = rowOf(document, "## What is used without being shown", "`CollectContactInput.idNumber`");
    expect(row).toMatchObject({ use: "write", CLERK: "–", COLLECTOR: "✓", REVIEWER: "–" });
  });

  test("something of every type there is", () => {
    const types = Object.keys(secured.schema.getTypeMap()).filter((name) =>
      /^[A-Z]\w*(Record|Statement|Payload)$/.test(name),
    );
    expect(types.length).toBeGreaterThan(8);
    for (const name of types) expect(document).toMatch(new RegExp(`### ${name}\\n|\\* \`${name}\``));
  });
});
