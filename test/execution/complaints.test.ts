import { readFileSync } from "node:fs";
import { buildSchema, GraphQLError, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { toldOf } from "../../src/execution/complaints.js";
import { limitBehind } from "../../src/execution/limits.js";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

/** Of every rule of GraphQL's, a document that breaks it, with a value nobody may quote. */
const BREAKING: Readonly<Record<string, string>> = {
  ExecutableDefinitions: "{ viewer { id } } type CANARY { a: Int }",
  UniqueOperationNames: "query A { viewer { id } } query A { viewer { id } }",
  LoneAnonymousOperation: "{ viewer { id } } query A { viewer { id } }",
  KnownTypeNames: "query ($a: Cusomer) { viewer { id } }",
  FragmentsOnCompositeTypes: "{ viewer { ... on Role { id } } }",
  VariablesAreInputTypes: "query ($a: Customer) { viewer { id } }",
  ScalarLeafs: "{ viewer }",
  FieldsOnCorrectType: "{ customers { nodes { nam } } }",
  UniqueFragmentNames: "{ viewer { ...F } } fragment F on Viewer { id } fragment F on Viewer { id }",
  KnownFragmentNames: "{ viewer { ...F } }",
  NoUnusedFragments: "{ viewer { id } } fragment F on Viewer { id }",
  PossibleFragmentSpreads: "{ viewer { ... on Customer { id } } }",
  NoFragmentCycles: "{ viewer { ...F } } fragment F on Viewer { ...F }",
  UniqueVariableNames: "query ($a: Int, $a: Int) { customers(first: $a) { totalCount } }",
  NoUndefinedVariables: "query A { customers(first: $a) { totalCount } }",
  NoUnusedVariables: 'query ($a: String = "CANARY") { viewer { id } }',
  KnownDirectives: "{ viewer @hide { id } }",
  UniqueDirectivesPerLocation: "{ viewer @skip(if: true) @skip(if: true) { id } }",
  KnownArgumentNames: '{ customers(nam: "CANARY") { totalCount } }',
  UniqueArgumentNames: '{ customers(search: "CANARY", search: "CANARY") { totalCount } }',
  ValuesOfCorrectType: '{ customers(first: "CANARY") { totalCount } }',
  ProvidedRequiredArguments: "{ node { id } }",
  VariablesInAllowedPosition: "query ($a: String) { customers(first: $a) { totalCount } }",
  OverlappingFieldsCanBeMerged: '{ a: customers(search: "CANARY") { totalCount } a: viewer { id } }',
  UniqueInputFieldNames: '{ customers(filter: { name: { eq: "CANARY", eq: "CANARY" } }) { totalCount } }',
};

const complaintsOf = (document: string): readonly GraphQLError[] => {
  try {
    return validate(schema, parse(document));
  } catch (error) {
    return [error as GraphQLError];
  }
};

describe("A front-end developer is told which rule a document breaks, and nothing that was in it:", () => {
  test.each(Object.entries(BREAKING))("%s", (rule, document) => {
    const told = complaintsOf(document).map(({ message }) => toldOf(message));
    expect(told.map((each) => each?.rule)).toContain(rule);
    expect(JSON.stringify(told)).not.toMatch(/CANARY|Did you mean/);
  });

  test("every rule that is in force has its words", () => {
    const held = specifiedRules.map(({ name }) => name.replace(/Rule$/, ""));
    // A subscription finds nothing to subscribe to; the depth of introspection is a limit.
    const besides = ["SingleFieldSubscriptions", "MaxIntrospectionDepth"];
    expect([...Object.keys(BREAKING), ...besides].sort()).toEqual(held.sort());
  });

  test.each([
    ['{ customers(filter: { kind: { eq: "CANARY" } }) { totalCount } }', "Not a value of CustomerKind."],
    ["{ customers(filter: { kind: { eq: CANARY } }) { totalCount } }", "Not a value of CustomerKind."],
    [
      "{ customers(first: 110105194912310023) { totalCount } }",
      "Int cannot represent non 32-bit signed integer value.",
    ],
    ['{ customers(filter: "CANARY") { totalCount } }', 'Expected value of type "CustomerFilter".'],
    [
      '{ customers(filter: { nmae: { eq: "CANARY" } }) { totalCount } }',
      'Field "nmae" is not defined by type "CustomerFilter".',
    ],
    ["{ customers(search: CANARY { totalCount } }", 'Expected Name, found "{".'],
    ['{ customers("CANARY": 1) { totalCount } }', "Expected Name, found String."],
    ['{ customers(search: "CANARY', "Unterminated string."],
    ["{ customers(search: 'CANARY') { totalCount } }", 'Texts stand in double quotes (").'],
    ["{ customers(first: 0CANARY) { totalCount } }", "That is not how a number is written."],
    ['{ customers(search: "\\CANARY") { totalCount } }', "There is a character here that GraphQL does not know."],
    ["{ viewer { id } } CANARY", "Unexpected Name."],
    ["query ($a: Int = $CANARY) { viewer { id } }", "A variable cannot stand in a constant value."],
  ])("%s", (document, help) => {
    const [told] = complaintsOf(document).map(({ message }) => toldOf(message));
    expect(told?.help).toBe(help);
  });

  test("what GraphQL may come to say is left out, not passed on", () => {
    expect(toldOf('Some new complaint about "CANARY".')).toBeNull();
    expect(toldOf('Unknown type "CANARY 123".')).toBeNull();
  });
});

test("What GraphQL gives up on is a limit, named", () => {
  const [tokens] = (() => {
    try {
      parse("{ a b c d }", { maxTokens: 3 });
      return [];
    } catch (error) {
      return [limitBehind((error as GraphQLError).message)];
    }
  })();
  expect(tokens?.details).toMatchObject({ of: "token count", limit: 15_000 });

  const given = (document: string) => complaintsOf(document).map(({ message }) => limitBehind(message)?.details);
  const fields = (count: number, name: (i: number) => string) =>
    `{ viewer { ${Array.from({ length: count }, (_, i) => name(i)).join(" ")} } }`;
  expect(given(fields(2_000, () => "id"))).toContainEqual({
    of: "comparison count of fields of one name",
    limit: 500_000,
  });
  expect(given(fields(200, (i) => `nope${i}`)).at(-1)).toEqual({ of: "complaint count", limit: 100 });
});
