import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { CATEGORIES, levelAt, MAY_ASK, MAY_CALL, ROLES } from "./oracle/policy.js";
import { openScene, type Scene } from "./oracle/scene.js";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.archive.close());

const schemaOf = async (username: string | null): Promise<GraphQLSchema> => {
  const { data, text } = await scene.archive.ask(username, getIntrospectionQuery({ inputValueDeprecation: true }));
  if (!data) throw new Error(text);
  return buildClientSchema(data);
};

const outputsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__")
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );

/** Whether anything of a coordinate is ever shown to a role: of texts about records, in some category. */
const isEverShown = (role: string, coordinate: string): boolean =>
  CATEGORIES.some((category) => levelAt(role, coordinate, [category]) !== "DENIED");

/** Types of rows: what the oracle grades. */
const isOfRows = (coordinate: string): boolean =>
  !/^(Query|Mutation)\.|Connection\.|Edge\.|Payload\.|^(PageInfo|Money|Viewer|Clearance|Completeness|MissingItem)\./.test(
    coordinate,
  );

describe.each(ROLES)("To a %s the schema", (role) => {
  let told: GraphQLSchema;
  beforeAll(async () => {
    told = await schemaOf(role.toLowerCase());
  });

  it("tells the fields that are ever shown to it, and no others", () => {
    const graded = (coordinate: string) => {
      try {
        levelAt(role, coordinate);
        return isOfRows(coordinate);
      } catch {
        return false;
      }
    };
    const outputs = outputsOf(told).filter(graded);
    expect(outputs.length).toBeGreaterThan(20);
    expect(outputs.filter((coordinate) => !isEverShown(role, coordinate))).toEqual([]);
    const reachable = new Set(outputs.map((coordinate) => coordinate.split(".")[0]));
    const missing = outputsOf(scene.schema)
      .filter((coordinate) => graded(coordinate) && reachable.has(coordinate.split(".")[0] ?? ""))
      .filter((coordinate) => isEverShown(role, coordinate) && !outputs.includes(coordinate));
    expect(missing).toEqual([]);
  });

  it("tells the mutations it may call and the queries it may ask", () => {
    const mutations = Object.keys(told.getMutationType()?.getFields() ?? {});
    for (const [mutation, roles] of Object.entries(MAY_CALL))
      expect([mutation, mutations.includes(mutation)]).toEqual([mutation, roles.includes(role)]);
    const queries = Object.keys(told.getQueryType()?.getFields() ?? {});
    for (const [query, roles] of Object.entries(MAY_ASK))
      expect([query, queries.includes(query)]).toEqual([query, roles.includes(role)]);
  });

  it("is whole: no field leads to a type that is not told", () => {
    for (const type of Object.values(told.getTypeMap())) {
      if (isObjectType(type) || isInputObjectType(type))
        for (const field of Object.values(type.getFields())) expect(getNamedType(field.type)).toBeDefined();
      if (isEnumType(type)) expect(type.getValues().length).toBeGreaterThan(0);
    }
  });
});

const ask = (username: string | null, query: string) => scene.archive.ask(username, query);

describe("A reporting tool", () => {
  test("is not told that there are mobile numbers", async () => {
    const { data } = await ask("reporter", '{ __type(name: "ContactRecord") { fields { name } } }');
    const names = data.__type.fields.map(({ name }: { name: string }) => name);
    expect(names).toContain("status");
    expect(names).not.toContain("mobile");
  });

  test("is told of no filter it may not use", async () => {
    const { data } = await ask("clerk", '{ __type(name: "CustomerOrderField") { enumValues { name } } }');
    const values = data.__type.enumValues.map(({ name }: { name: string }) => name);
    expect(values).toContain("NAME");
    expect(values).not.toContain("REVENUE");
  });
});

describe("Nobody", () => {
  test("is told the way in, and nothing else", async () => {
    const schema = await schemaOf(null);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(["viewer"]);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(["login"]);
    expect(schema.getType("Customer")).toBeUndefined();
  });
});

describe("Who asks for the schema", () => {
  test.each([
    "{ __schema { types { name } } viewer { id } }",
    "{ a: __schema { types { name } } ...F } fragment F on Query { customers(first: 1) { totalCount } }",
    '{ ... on Query { ... { __type(name: "Customer") { name } } } customers(first: 1) { totalCount } }',
    "query A { viewer { id } } query B { __schema { types { name } } }",
  ])("asks for nothing else: %s", async (query) => {
    const { errors, data } = await scene.archive.ask("reviewer", query, {}, {});
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("may ask what the root is called", async () => {
    const { data } = await ask("clerk", '{ __typename __type(name: "Customer") { name } }');
    expect(data).toEqual({ __typename: "Query", __type: { name: "Customer" } });
  });

  test.each([null, "clerk"])(
    "is told it once over, and not as often as one finds names for it: %s",
    async (username) => {
      const names = (of: string, count: number) => Array.from({ length: count }, (_, i) => `${of}${i}`);
      const level = (of: string, field: string, count: number) =>
        names(of, count)
          .map((name) => `${name}: ${field}`)
          .join(" ");
      for (const [count, levels] of [
        [3, 4],
        [12, 3],
        [12, 4],
      ] as const) {
        const query = `{ ${level("a", "__schema { ...S }", levels > 3 ? count : 1)} }
        fragment S on __Schema { ${level("b", "types { ...T }", count)} }
        fragment T on __Type { ${level("c", "fields { ...F }", count)} }
        fragment F on __Field { ${level("d", "type { name description kind ofType { name description } }", count)} }`;
        const { errors, text } = await ask(username, query);
        expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", of: "cost of introspection" });
        expect(text.length).toBeLessThan(1_000);
      }
    },
  );

  test("is told no deeper than tools ask, whatever else stands beside it", async () => {
    const deep = (levels: number): string => (levels === 0 ? "name" : `name kind ofType { ${deep(levels - 1)} }`);
    const { errors } = await ask("clerk", `{ __type(name: "Customer") { name fields { name type { ${deep(25)} } } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", of: "depth of introspection", asked: 29 });
  });

  test("is validated against the whole schema all the same: one query serves all roles", async () => {
    const { data, errors } = await ask("clerk", "{ customers(first: 1) { nodes { riskClass } } }");
    expect(errors).toBeUndefined();
    expect(data.customers.nodes[0]).toEqual({ riskClass: null });
  });
});
