import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ask } from "./oracle/ask.js";
import { ROLES, rowsOf } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";
import { few, idOf } from "./oracle/stored.js";
import { identity } from "./oracle/whole.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const fields = (...names: string[]): Ask[] => ["__typename", "id", ...names].map((field) => ({ field }));
const money = (field: string): Ask => ({ field, asks: fields("amount", "currency", "band").slice(2) });
const nodes = (asks: readonly Ask[]): Ask => ({ field: "nodes", asks });
const page = (args: string | undefined, asks: readonly Ask[]): Ask[] => [{ field: "customers", args, asks }];

const usernames = ROLES.filter((role) => rowsOf(role) !== "none").map((role) => role.toLowerCase());

describe.each(usernames)("a %s who asks for one thing in two ways is answered each as the policy says:", (username) => {
  const wrong = async (asks: readonly Ask[], variables = {}) => {
    const found: string[] = [];
    // The third time it runs compiled.
    for (const _ of [1, 2, 3]) found.push(...(await scene.judge(username, asks, variables)).wrong);
    return found;
  };

  test("one relation under two aliases, with other fields and other arguments", async () => {
    const statements = (alias: string, args: string, asks: readonly Ask[]): Ask => ({
      field: "financialStatements",
      alias,
      args,
      asks: [nodes(asks)],
    });
    const asks = [
      ...identity(scene.schema, "Customer"),
      statements("one", "first: 1", [...fields("periodEnd"), money("revenue")]),
      statements("many", "first: 3, orderBy: [{ field: PERIOD_END, direction: ASC }]", [
        ...fields("bankAccount"),
        money("taxPaid"),
      ]),
      { field: "contacts", alias: "open", asks: fields("position") },
      { field: "contacts", alias: "closed", asks: fields("mobile", "idNumber") },
      { field: "contacts", asks: fields("corroboration") },
    ];
    expect(await wrong(page("first: 5", [nodes(asks)]))).toEqual([]);
  });

  test("the same rows through edges and through nodes", async () => {
    const edges = { field: "edges", asks: [{ field: "cursor" }, { field: "node", asks: fields("name", "riskClass") }] };
    const asks = [
      edges,
      nodes(fields("uscc")),
      { field: "edges", alias: "again", asks: [{ field: "node", asks: fields("importance") }] },
      { field: "totalCount" },
    ];
    expect(await wrong(page("first: 5", asks))).toEqual([]);
  });

  test("fragments on several types of a mixed list, and the interface beside them", async () => {
    const on = (type: string, ...names: string[]): Ask[] =>
      fields(...names)
        .slice(2)
        .map((ask) => ({ ...ask, on: type }));
    const source = (type: string, ...names: string[]): Ask => ({
      field: "source",
      on: type,
      asks: [{ field: "__typename" }, ...fields(...names).slice(2)],
    });
    const asks = [
      ...fields("disclosure"),
      ...on("ContactRecord", "mobile", "seal", "corroboration"),
      ...on("CreditAssessment", "rating", "corroboration"),
      ...on("InformationRecord", "status"),
      ...on("Node", "id"),
      source("RegistrationRecord", "party", "reference"),
      source("FinancialStatement", "channel"),
      source("ContactRecord", "reference"),
      { ...money("revenue"), on: "FinancialStatement" },
      { ...money("amount"), on: "TransactionRecord" },
    ];
    const records = { field: "informationRecords", args: "first: 100", asks: [nodes(asks)] };
    expect(await wrong([records])).toEqual([]);
  });

  test("a field that one condition takes away and another brings back", async () => {
    const when = (directive: "skip" | "include", variable: string, ask: Ask): Ask => ({
      ...ask,
      when: { directive, variable },
    });
    const asks = [
      ...identity(scene.schema, "Customer"),
      when("include", "a", { field: "riskClass" }),
      when("skip", "a", { field: "contacts", asks: fields("mobile") }),
      when("include", "b", { field: "contacts", asks: fields("email") }),
      when("skip", "b", { field: "creditAssessment", asks: [...fields("rating"), money("creditLimit")] }),
    ];
    for (const [a, b] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ])
      expect(await wrong(page("first: 4", [nodes(asks)]), { a, b })).toEqual([]);
  });

  test("an alias that is the name of another field", async () => {
    const asks = [
      ...fields(),
      { field: "name", alias: "riskClass" },
      { field: "riskClass", alias: "name" },
      { field: "operation", alias: "registration", asks: [...fields(), { field: "employees", alias: "premises" }] },
      { field: "registration", alias: "operation", asks: [...fields(), { field: "legalName", alias: "employees" }] },
    ];
    expect(await wrong(page("first: 5", [nodes(asks)]))).toEqual([]);
  });

  test("one object by its id, by a list, and by way of another object", async () => {
    const [row] = few(
      scene.world.all.information_record.filter(
        ({ category, status }) => category === "CONTACT" && status === "ARCHIVED",
      ),
      ({ customer_id }) => scene.world.customer(customer_id).branch_id,
    );
    const contact = JSON.stringify(idOf("information_record", row?.id));
    const customer = JSON.stringify(idOf("customer", row?.customer_id));
    const asks = fields("mobile", "seal").map((ask) => ({ ...ask, on: "ContactRecord" }));
    const whole = [...fields(), ...asks.slice(2)];
    expect(
      await wrong([
        { field: "node", args: `id: ${contact}`, asks: whole },
        { field: "nodes", args: `ids: [${contact}, ${contact}]`, asks: whole },
        { field: "informationRecord", args: `id: ${contact}`, asks: whole },
        {
          field: "customer",
          args: `id: ${customer}`,
          asks: [...fields(), { field: "contacts", asks: fields("mobile", "seal") }],
        },
        { field: "informationRecords", args: `filter: { id: { eq: ${contact} } }`, asks: [nodes(whole)] },
      ]),
    ).toEqual([]);
  });
});

describe("two pages at one place of the answer", () => {
  const document = (one: string, other: string) => `{ informationRecords(first: 40) { nodes {
    ... on RegistrationRecord { customer { list: records(${one}) { totalCount nodes { id } } } }
    ... on ContactRecord { customer { list: records(${other}) { totalCount nodes { id } } } } } } }`;

  test.each([
    ["of two sizes", "first: 1", "first: 5"],
    ["of two filters", "filter: { status: { eq: ARCHIVED } }", "filter: { status: { eq: RETURNED } }"],
  ])("%s are refused, instead of one being answered for both", async (_, one, other) => {
    const { errors, data } = await scene.archive.ask("reviewer", document(one, other));
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.extensions.help).toMatch(/customer\.list: asked for twice with different arguments/);
  });

  test("that are one and the same are answered", async () => {
    const { data } = await scene.archive.ask("reviewer", document("first: 2", "first: 2"));
    expect(data.informationRecords.nodes).toHaveLength(40);
  });
});
