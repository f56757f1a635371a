import { extendSchema, type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType, parse } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { classificationOf } from "../../src/auth/classification.js";
import { Classified } from "../../src/auth/classified.js";
import { DECLASSIFIED } from "../../src/auth/declassified.js";
import { policyOf } from "../../src/auth/policy.js";
import type { FieldShape } from "../../src/db/selection/shape.js";
import { shapeOf } from "../../src/execution/check-readable.js";
import { archiveSchema } from "../../src/resolvers/index.js";
import { CATEGORY_OF_TYPE, gradeAt, levelAt, ROLES } from "./oracle/policy.js";
import { coordinatesOf } from "./oracle/whole.js";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await archiveSchema();
});

const isNullable = (coordinate: string): boolean => {
  const [type = "", field = ""] = coordinate.split(".");
  return !isNonNullType((schema.getType(type) as GraphQLObjectType).getFields()[field]?.type);
};

const ENVELOPE =
  /\.(id|customer|category|status|disclosure|source|collectedBy|collectedAt|validFrom|validTo|recordedAt|verificationTasks|evidence|corrects|supersedes|supersededBy|allowedActions|version)$/;

/** By what a row is named, and what may be done with it until when. */
const HANDLE = /\.(id|version|allowedActions|claimedUntil)$/;

describe("a field", () => {
  test("that is denied to any role is nullable: else it would null its parent and tell tales", () => {
    const deniable = coordinatesOf(schema).filter((coordinate) =>
      ROLES.some((role) => levelAt(role, coordinate) !== "FULL"),
    );
    expect(deniable.length).toBeGreaterThan(80);
    expect(deniable.filter((coordinate) => !isNullable(coordinate))).toEqual([]);
  });

  test("of a record's content is nullable whatever its grade: restricted, it is nobody's to read", () => {
    const content = coordinatesOf(schema).filter((coordinate) => {
      const [type = ""] = coordinate.split(".");
      return type in CATEGORY_OF_TYPE && !type.endsWith("Payload") && !ENVELOPE.test(coordinate);
    });
    expect(content.length).toBeGreaterThan(60);
    expect(content.filter((coordinate) => !isNullable(coordinate))).toEqual([]);
  });

  test("of what is read like a record is hidden with it, but for what is told knowingly", () => {
    const classification = classificationOf(schema);
    const told = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => {
        const shape = shapeOf(type);
        if (shape?.readable === undefined) return [];
        const name = type.name in CATEGORY_OF_TYPE ? "InformationRecord" : type.name;
        const open = ([field, how]: [string, FieldShape]) =>
          how.kind === "leaf" &&
          !how.content &&
          field in type.getFields() &&
          classification.get(`${type.name}.${field}`)?.grade !== "RECORD";
        return Object.entries(shape.fields)
          .filter(open)
          .map(([field]) => `${name}.${field}`);
      });
    const facts: readonly string[] = DECLASSIFIED.flatMap(({ coordinates }) => coordinates);
    expect(told.filter((coordinate) => !facts.includes(coordinate) && !HANDLE.test(coordinate))).toEqual([]);
  });

  test("weighs in the schema what the policy says it weighs", () => {
    const classification = classificationOf(schema);
    const grades = coordinatesOf(schema).map((coordinate) => [coordinate, classification.get(coordinate)?.grade]);
    expect(grades).toEqual(coordinatesOf(schema).map((coordinate) => [coordinate, gradeAt(coordinate).grade]));
  });
});

describe("what is not classified stops the start, by name:", () => {
  test.each([
    ["a field", "extend type Customer { secret: String }", "Customer.secret"],
    ["an argument", "extend type Customer { open(key: String): String }", "Customer.open(key:)"],
    ["a filter", "extend input CustomerFilter { secret: StringFilter }", "CustomerFilter.secret"],
    ["an input field", "extend input CollectContactInput { secret: String }", "CollectContactInput.secret"],
    ["an order", "extend enum CustomerOrderField { SECRET }", "CustomerOrderField.SECRET"],
    ["a type's only field", "type Secret { text: String } extend type Query { secret: Secret }", "Secret.text"],
    ["a root", "extend type Query { secret: String }", "Query.secret"],
  ])("%s", (_, sdl, coordinate) => {
    const extended = extendSchema(schema, parse(sdl));
    expect(() => policyOf(extended)).toThrow(coordinate);
    expect(() => policyOf(extended)).toThrow(/^Unclassified: /);
  });
});

test("a field is classified once: a second classification is an error at load, not a choice", () => {
  class Twice {
    field?: string;
  }
  Classified("PUBLIC")(Twice.prototype, "field");
  expect(() => Classified("CREDIT")(Twice.prototype, "field")).toThrow("Twice.field is classified twice");
});
