import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from "graphql";
import type { Ask } from "./ask.js";

/** Value objects: whoever asks for the field that holds one asks for all of it. */
const VALUES = new Set(["Money", "Completeness", "MissingItem", "InformationCategory", "CategoryField", "Source"]);
const ROWS_OF_RECORD = new Set(["ScreeningFinding", "Finding", "Evidence"]);

const fieldsOf = (schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields());

const isNode = (schema: GraphQLSchema, type: string): boolean =>
  fieldsOf(schema, type).some(({ name }) => name === "id");

/** What identifies an object, to whoever judges the answer. */
export const identity = (schema: GraphQLSchema, type: string): Ask[] =>
  isNode(schema, type) ? [{ field: "__typename" }, { field: "id" }] : [{ field: "__typename" }];

const isPage = (type: string): boolean => type.endsWith("Connection");

const below = (schema: GraphQLSchema, type: string): Ask[] => {
  if (VALUES.has(type) || ROWS_OF_RECORD.has(type)) return wholeOf(schema, type);
  if (isPage(type))
    return [{ field: "totalCount" }, { field: "nodes", asks: [{ field: "__typename" }, { field: "id" }] }];
  return [{ field: "__typename" }, { field: "id" }];
};

/** Every field of a type: leaves and value objects whole, of related objects who they are. */
export const wholeOf = (schema: GraphQLSchema, type: string): Ask[] => [
  { field: "__typename" },
  ...fieldsOf(schema, type).map(({ name, type: declared, args }): Ask => {
    const named = getNamedType(declared);
    if (isLeafType(named)) return { field: name };
    const asks = isAbstractType(named) ? identity(schema, named.name) : below(schema, named.name);
    return { field: name, asks, ...(args.some((each) => each.name === "first") ? { args: "first: 3" } : {}) };
  }),
];

/** Every type that answers are made of. */
const outputTypes = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
    .map(({ name }) => name)
    .filter((name) => name !== "Query" && name !== "Mutation");

export const coordinatesOf = (schema: GraphQLSchema): string[] =>
  outputTypes(schema).flatMap((type) => fieldsOf(schema, type).map(({ name }) => `${type}.${name}`));
