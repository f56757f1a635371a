import { expect, test } from "vitest";
import { operationNameOf, requestOfBody, requestOfSearch } from "../../src/http/graphql-request.js";
import { refusalOf } from "../support/refusal.js";

test("a GET carries its parameters in the address", () => {
  const search = `?query=${encodeURIComponent("{ a }")}&operationName=A&variables=${encodeURIComponent('{"b":1}')}`;
  expect(requestOfSearch(search)).toEqual({
    query: "{ a }",
    documentId: null,
    operationName: "A",
    variables: { b: 1 },
  });
});

test.each(["", "?query=", "?query={a}&query={b}", "?query={a}&variables={", "?query={a}&variables=[1]"])(
  "a GET of %j is refused",
  async (search) => {
    expect((await refusalOf(() => requestOfSearch(search))).code).toBe("BAD_USER_INPUT");
  },
);

test.each([null, "text", 1, [], [{ query: "{ a }" }], { query: 1 }, { query: "{ a }", operationName: 1 }])(
  "a body of %j is refused",
  async (body) => {
    expect((await refusalOf(() => requestOfBody(body))).code).toBe("BAD_USER_INPUT");
  },
);

const HASH = "a".repeat(64);

test.each<[string, object]>([
  ["GraphQL over HTTP", { documentId: `sha256:${HASH}` }],
  ["a bare hash", { documentId: HASH }],
  ["Apollo, urql", { extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } }],
  ["Relay", { doc_id: HASH }],
  ["two names of one document", { documentId: `sha256:${HASH}`, doc_id: HASH.toUpperCase() }],
])("a document may be asked for by its id: %s", (_, body) => {
  expect(requestOfBody(body)).toMatchObject({ query: null, documentId: HASH });
});

test.each<[string, object]>([
  ["no hash", { documentId: "ClerkList" }],
  ["a hash of another length", { documentId: HASH.slice(1) }],
  ["a number", { doc_id: 1 }],
  ["another version", { extensions: { persistedQuery: { version: 2, sha256Hash: HASH } } }],
  ["an extension without a hash", { extensions: { persistedQuery: { version: 1 } } }],
  ["two documents", { documentId: HASH, doc_id: "b".repeat(64) }],
])("an id that is %s is refused", async (_, body) => {
  expect((await refusalOf(() => requestOfBody(body))).code).toBe("BAD_USER_INPUT");
});

test("a NUL byte is passed on: what it means is for the archive to say", () => {
  expect(requestOfBody({ query: "{ a }", variables: { text: "\u0000" } }).variables).toEqual({ text: "\u0000" });
});

test("only a GraphQL name is fit for the log", () => {
  expect(operationNameOf({ operationName: "Customers" })).toBe("Customers");
  expect(operationNameOf({ operationName: "13800138000" })).toBeNull();
  expect(operationNameOf({})).toBeNull();
});
