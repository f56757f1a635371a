import type { GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { checkDocument } from "../../src/execution/check-document.js";
import { archiveSchema } from "../../src/resolvers/index.js";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await archiveSchema();
});

const LIMITS = { depth: 5, cost: 500, aliases: 2, directives: 5 };
const check = (body: string) => checkDocument(schema, body, LIMITS);

test("what fits has the names of its operations and nothing to complain about", () => {
  const body = "query A { viewer { role } } mutation B { logout }";
  expect(check(body)).toEqual({ names: ["A", "B"], complaints: [] });
});

describe("complaints name the line:", () => {
  test.each([
    ["what cannot be parsed", "query A {\n  viewer {\n", 3, /Syntax Error/],
    ["a field that is not there", "query A {\n  viewer { nope }\n}", 2, /Cannot query field "nope"/],
    ["a fragment that is not there", "query A {\n\n  viewer { ...Nope }\n}", 3, /Unknown fragment "Nope"/],
    ["a document without an operation", "fragment A on Viewer { role }", 1, /no operation/],
    ["an empty one", "", 1, /Syntax Error/],
    [
      "too deep",
      "query A { viewer { role } }\nquery B { customers { nodes { contacts { corrects { source { channel } } } } } }",
      2,
      /depth of 6; at most 5/,
    ],
    ["too many aliases", "\nquery A { a: viewer { b: role c: role } }", 2, /alias count of 3; at most 2/],
    [
      "too large a page",
      "query A { customers(first: 100) { nodes { id name code kind importance status } } }",
      1,
      /cost/,
    ],
    [
      "pages too large by default",
      "query A($n: Int = 90) { customers(first: $n) { nodes { id name code kind importance } } }",
      1,
      /cost/,
    ],
    [
      "fields of one name too often",
      `query A { viewer { ${"id ".repeat(2_000)} } }`,
      1,
      /comparison count .* of 500000/,
    ],
    ["a subscription", "subscription A { nope }", 1, /nothing to subscribe to/],
  ])("%s", (_, body, line, message) => {
    const [first] = check(body).complaints;
    expect(first?.line).toBe(line);
    expect(first?.message).toMatch(message);
  });

  test("all of them at once", () => {
    expect(check("{\n  nope\n  neither\n}").complaints.map(({ line }) => line)).toEqual([2, 3]);
  });
});

test("what is asked for under a condition counts, whatever the condition will be", () => {
  const fields = "id name code kind importance status";
  const body = `query A($x: Boolean!) { customers(first: 100) @include(if: $x) { nodes { ${fields} } } }`;
  expect(check(body).complaints[0]?.message).toMatch(/cost/);
});

test("a page whose size the client says is measured when it is asked for", () => {
  const body = "query A($n: Int!) { customers(first: $n) { nodes { id name code } } }";
  expect(check(body).complaints).toEqual([]);
});
