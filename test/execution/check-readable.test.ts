import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import type { Policy } from "../../src/auth/policy.js";
import { checkReadable } from "../../src/execution/check-readable.js";
import { securedSchema } from "../../src/execution/secured-schema.js";

const policyWith = (...masked: string[]): Policy =>
  ({ classification: new Map(masked.map((coordinate) => [coordinate, { grade: "CONTACT", masked: true }])) }) as never;

const check = (sdl: string, ...masked: string[]) => checkReadable(buildSchema(sdl), policyWith(...masked));

test("everything the schema offers can be read, masked, filtered and ordered by", async () => {
  const { schema, policy } = await securedSchema();
  expect(() => checkReadable(schema, policy)).not.toThrow();
});

test("the process does not start with a field that cannot be read", () => {
  expect(() => check("type Query { a: Customer } type Customer { shoeSize: Int }")).toThrow(
    "Customer.shoeSize cannot be read",
  );
});

test("nor with a masked field whose masked twin is not read", () => {
  const sdl = "type Query { a: Customer } type Customer { name: String }";
  expect(() => check(sdl, "Customer.name")).toThrow("Customer.name has no mask");
});

test("nor with one that work opens, on rows that no work is about", () => {
  const schema = buildSchema("type Query { a: Customer } type Customer { name: String }");
  const bound = { classification: new Map(), verdict: () => ({ level: "TASK_BOUND", otherwise: "DENIED" }) } as never;
  expect(() => checkReadable(schema, bound)).toThrow("Customer.name is bound to no work");
});

test("nor with a filter or an order that does nothing", () => {
  expect(() => check("input CustomerFilter { shoeSize: Int } type Query { a(filter: CustomerFilter): Int }")).toThrow(
    "CustomerFilter.shoeSize filters nothing",
  );
  expect(() => check("enum CustomerOrderField { SHOE_SIZE } type Query { a: CustomerOrderField }")).toThrow(
    "CustomerOrderField.SHOE_SIZE orders nothing",
  );
});
