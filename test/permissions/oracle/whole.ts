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

/** The fields of a type that lead to other rows. */
export const relationsOf = (schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] =>
  fieldsOf(schema, type).filter(({ type: declared }) => {
    const { name } = getNamedType(declared);
    return !isLeafType(getNamedType(declared)) && (name === "Source" || !VALUES.has(name));
  });

/** What a type says itself, without its relations; of an interface, what all of its types say. */
export const leavesOf = (schema: GraphQLSchema, type: string): Ask[] => {
  const named = schema.getType(type);
  if (isAbstractType(named))
    return [
      ...identity(schema, type),
      ...schema
        .getPossibleTypes(named)
        .flatMap(({ name }) => leavesOf(schema, name).map((ask) => ({ ...ask, on: name }))),
    ];
  const relations = new Set(relationsOf(schema, type).map(({ name }) => name));
  return [...identity(schema, type), ...wholeOf(schema, type).filter(({ field }) => !relations.has(field))];
};

/** A relation with this asked of the rows it leads to. */
export const leadingTo = (
  schema: GraphQLSchema,
  { name, type, args }: GraphQLField<unknown, unknown>,
  of: (type: string) => readonly Ask[],
): Ask => {
  const target = getNamedType(type).name;
  if (!isPage(target)) return { field: name, asks: of(target) };
  const row = getNamedType((schema.getType(target) as GraphQLObjectType).getFields().nodes?.type);
  if (row === undefined) throw new Error(`${target} is no page`);
  const paged = args.some((each) => each.name === "first") ? { args: "first: 3" } : {};
  return { field: name, ...paged, asks: [{ field: "nodes", asks: of(row.name) }] };
};
