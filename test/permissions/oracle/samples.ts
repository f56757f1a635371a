import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from "graphql";
import { SEEDED_PASSWORD } from "../../support/seed.js";

/** Values of scalars that every command takes, but for what they name. */
const OF_SCALAR: Readonly<Record<string, unknown>> = {
  Date: "2025-12-31",
  DateTime: "2026-01-01T00:00:00Z",
  Decimal: "1000000.5",
  Boolean: true,
  Int: 1,
};

/** Where the name of an argument says more than its type. */
const OF_NAME: Readonly<Record<string, unknown>> = {
  coordinate: "Customer.code",
  search: "上海",
  username: "clerk",
  password: SEEDED_PASSWORD,
  branch: "SH",
  month: "2026-01",
  province: "31",
  city: "3101",
  industrySection: "C",
};

/** A value of a type, with nothing that may be left out. */
export const sampleOf = (type: GraphQLInputType, id: string, name = ""): unknown => {
  if (isNonNullType(type)) return sampleOf(type.ofType, id, name);
  if (isListType(type)) return [sampleOf(type.ofType, id, name)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, sampleOf(field.type, id, field.name)]),
    );
  if (type.name === "ID") return id;
  return OF_NAME[name] ?? OF_SCALAR[type.name] ?? "A";
};

/** Arguments as they stand in a document: what is required, and what is given. */
export const argumentsOf = (
  declared: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
  id: string,
): string =>
  declared
    .filter((argument) => argument.name in given || isRequiredArgument(argument))
    .map((argument) => {
      const value = argument.name in given ? given[argument.name] : sampleOf(argument.type, id, argument.name);
      const node = astFromValue(value, argument.type);
      if (node == null) throw new Error(`no value for ${argument.name}`);
      return `${argument.name}: ${print(node)}`;
    })
    .join(", ");
