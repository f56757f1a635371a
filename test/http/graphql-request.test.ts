import { expect, test } from "vitest";
import { operationNameOf, requestOfBody, requestOfSearch } from "../../src/http/graphql-request.js";
import { refusalOf } from "../support/refusal.js";

test("a GET carries its parameters in the address", () => {
  const search = `?query=${encodeURIComponent("{ a }")}&operationName=A&variables=${encodeURIComponent('{"b":1}')}`;
  expect(requestOfSearch(search)).toEqual({ query: "{ a }", operationName: "A", variables: { b: 1 } });
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

test("a NUL byte is passed on: what it means is for the archive to say", () => {
  expect(requestOfBody({ query: "{ a }", variables: { text: "\u0000" } }).variables).toEqual({ text: "\u0000" });
});

test("only a GraphQL name is fit for the log", () => {
  expect(operationNameOf({ query: "", operationName: "Customers" })).toBe("Customers");
  expect(operationNameOf({ query: "", operationName: "13800138000" })).toBeNull();
  expect(operationNameOf({ query: "" })).toBeNull();
});
