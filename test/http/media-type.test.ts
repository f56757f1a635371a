import { expect, test } from "vitest";
import { negotiate } from "../../src/http/media-type.js";

test.each([
  [undefined, "application/json"],
  ["*/*", "application/json"],
  ["text/html, application/*;q=0.8", "application/json"],
  ["application/graphql-response+json", "application/graphql-response+json"],
  ["application/json;q=0.5, application/graphql-response+json", "application/graphql-response+json"],
  ["application/json, application/graphql-response+json;q=0.9", "application/json"],
  ["APPLICATION/JSON; charset=utf-8", "application/json"],
  ["application/json;q=0", null],
  ["image/png", null],
])("accepting %s is answered in %s", (accept, type) => {
  expect(negotiate(accept)).toBe(type);
});
