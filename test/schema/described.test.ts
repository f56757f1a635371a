import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, test } from "vitest";
import { archiveSchema } from "../../src/resolvers/index.js";

const undescribed = async (): Promise<string[]> => {
  const schema = await archiveSchema();
  const found: string[] = [];
  const check = (coordinate: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) found.push(coordinate);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || (isScalarType(type) && isSpecifiedScalarType(type))) continue;
    if (type.name !== "Query" && type.name !== "Mutation") check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return found;
};

test("every type, field, argument and value of the schema is described", async () => {
  expect(await undescribed()).toEqual([]);
});
