import type { GraphQLInputObjectType, GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { classificationOf } from "../../src/auth/classification.js";
import { INFORMATION_CATEGORIES } from "../../src/domain/category.js";
import { archiveSchema } from "../../src/resolvers/index.js";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await archiveSchema();
});

const CRITICAL = Object.values(INFORMATION_CATEGORIES).flatMap(({ typeName, fields }) =>
  fields.filter(({ critical }) => critical).map(({ name }) => [typeName, name] as const),
);

describe("what verification observed", () => {
  test.each(CRITICAL)("instead of %s.%s can be said, and weighs as the field does", (type, name) => {
    const graded = classificationOf(schema);
    expect(graded.get(`ObservedInput.${name}`)?.grade).toBe(graded.get(`${type}.${name}`)?.grade);
  });

  test("is the value of a critical field, and of no other", () => {
    const fields = (schema.getType("ObservedInput") as GraphQLInputObjectType).getFields();
    expect(Object.keys(fields).sort()).toEqual(CRITICAL.map(([, name]) => name).sort());
  });
});
