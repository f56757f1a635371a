import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { ERRORS, isErrorCode } from "../../src/domain/refusal.js";
import { sources } from "./sources.js";

interface Site {
  readonly place: string;
  /** What is made or thrown, as it is written. */
  readonly node: ts.Node;
}

const parsed = sources().map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));

const sitesOf = (fits: (node: ts.Node) => boolean): Site[] => {
  const found: Site[] = [];
  const walk = (file: ts.SourceFile, node: ts.Node): void => {
    if (fits(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file.fileName}:${line + 1}`, node });
    }
    ts.forEachChild(node, (child) => walk(file, child));
  };
  for (const file of parsed) walk(file, file);
  return found;
};

const makes = (name: string) =>
  sitesOf((node) => ts.isNewExpression(node) && node.expression.getText() === name) as (Site & {
    readonly node: ts.NewExpression;
  })[];

/** Codes that are handed on come from these: tables and parameters the compiler holds to `RefusalCode`. */
const HANDED_ON = new Set(["code"]);

describe("Every error that leaves is of the closed list:", () => {
  const refusals = makes("Refusal");

  test("each place that refuses names a code of it", () => {
    expect(refusals.length).toBeGreaterThan(150);
    for (const { place, node } of refusals) {
      const [code] = node.arguments ?? [];
      const known = code && (ts.isStringLiteral(code) ? isErrorCode(code.text) : HANDED_ON.has(code.getText()));
      expect(known, `${place}: ${code?.getText()}`).toBe(true);
    }
  });

  test("each code has one message in each language, and no two share one", () => {
    for (const [code, { status, en, zh }] of Object.entries(ERRORS)) {
      expect(status, code).toBeGreaterThanOrEqual(200);
      if (code === "PERSISTED_QUERY_NOT_FOUND") continue;
      expect(en, code).toMatch(/^[A-Z][^"'`$]+[.]$/);
      expect(zh, code).toMatch(/^[^"'`$]*\p{Script=Han}[^"'`$]*。$/u);
    }
    for (const language of ["en", "zh"] as const)
      expect(new Set(Object.values(ERRORS).map((entry) => entry[language])).size).toBe(Object.keys(ERRORS).length);
  });

  test("each code is used by somebody, or is what GraphQL or a bug leaves as", () => {
    const named = new Set(
      sitesOf((node) => ts.isStringLiteral(node) && isErrorCode(node.text)).map(
        ({ node }) => (node as ts.StringLiteral).text,
      ),
    );
    expect(Object.keys(ERRORS).filter((code) => !named.has(code))).toEqual([]);
  });

  test("errors of GraphQL's and of the HTTP library are made in one place each", () => {
    const inFiles = (sites: readonly Site[]) => [...new Set(sites.map(({ place }) => place.split(":")[0]))];
    expect(inFiles(makes("GraphQLError")).sort()).toEqual([
      join("src", "execution", "errors.ts"),
      join("src", "execution", "jit-errors.ts"),
    ]);
    expect(
      sitesOf(
        (node) => ts.isNewExpression(node) && /^(Apollo|UserInput|Fastify)\w*Error$/.test(node.expression.getText()),
      ),
    ).toEqual([]);
  });

  test("whatever is thrown is a refusal, or an Error, which leaves as INTERNAL", () => {
    const kinds = sitesOf(ts.isThrowStatement).map(({ place, node }) => {
      const thrown = (node as ts.ThrowStatement).expression;
      return { place, thrown: thrown?.getText() ?? "", text: ts.isStringLiteralLike(thrown as ts.Node) };
    });
    expect(kinds.length).toBeGreaterThan(100);
    for (const { place, thrown, text } of kinds) expect(text, `${place} throws ${thrown}`).toBe(false);
  });
});

describe("What a refusal says quotes nothing that was sent or stored:", () => {
  /** Whatever a message may be filled with: numbers of limits, names of the schema, of closed lists and of places in the input. */
  const VALUES =
    /(^|\.)(username|displayName|password|value|given|input|text|note|reason|body|message|search|cursor|uscc|mobile|email|idNumber|reference|subject|issuer|legalName|personName|contractNumber)$/;

  test("no message is filled with a field that holds somebody's value", () => {
    const filled = makes("Refusal")
      .filter(({ place }) => !place.startsWith(join("src", "cli")))
      .flatMap(({ place, node }) => {
        const [, message] = node.arguments ?? [];
        if (message === undefined || !ts.isTemplateExpression(message)) return [];
        return message.templateSpans.map(({ expression }) => ({ place, expression: expression.getText() }));
      });
    expect(filled.length).toBeGreaterThan(50);
    const suspicious = filled.filter(({ expression }) => VALUES.test(expression));
    // A message handed to a function that only prefixes it with the argument's name, and the importer's own lines.
    const known = suspicious.filter(
      ({ place }) => !/selection.search\.ts|commands.transfer-customer\.ts|commands.import./.test(place),
    );
    expect(known).toEqual([]);
  });
});

test("The documentation has every code with its messages", () => {
  const document = readFileSync(new URL("../../docs/errors-and-limits.md", import.meta.url), "utf8");
  for (const [code, { status, en, zh }] of Object.entries(ERRORS))
    expect(document).toContain(`| \`${code}\` | ${status} | ${en} | ${zh} |`);
});
