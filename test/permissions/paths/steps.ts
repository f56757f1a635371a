import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
} from "graphql";
import type { Ask } from "../oracle/ask.js";
import { identity } from "../oracle/whole.js";

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** From a row to the rows a field of it leads to: one step of a path. */
export interface Step {
  readonly field: string;
  /** The type of the rows behind it. */
  readonly to: string;
  /** The rows stand in a page, which is no step of its own. */
  readonly inPage: boolean;
  /** Only this type of those behind an interface has it. */
  readonly on?: string | undefined;
}

/** An amount is said where it stands: its grade and its mask are those of the field that holds it. */
const AMOUNT = "Money";

const fieldsOf = (schema: GraphQLSchema, type: string) =>
  Object.values((schema.getType(type) as Composite).getFields());

export const possibleTypes = (schema: GraphQLSchema, type: string): string[] => {
  const named = schema.getType(type);
  return isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [type];
};

/** The type of the rows behind a field, over the page they may stand in. */
export const rowsBehind = (
  schema: GraphQLSchema,
  declared: GraphQLOutputType,
): { readonly to: string; readonly inPage: boolean } => {
  const { name } = getNamedType(declared);
  const row = name.endsWith("Connection") ? fieldsOf(schema, name).find((field) => field.name === "nodes") : undefined;
  return row ? { to: getNamedType(row.type).name, inPage: true } : { to: name, inPage: false };
};

/** The fields of a type; of an interface its own, and those that only one type behind it has. */
const asked = (schema: GraphQLSchema, type: string) => {
  const own = fieldsOf(schema, type);
  const shared = new Set(own.map(({ name }) => name));
  const more = possibleTypes(schema, type)
    .filter((on) => on !== type)
    .flatMap((on) => fieldsOf(schema, on).flatMap((field) => (shared.has(field.name) ? [] : [{ field, on }])));
  return [...own.map((field) => ({ field, on: undefined })), ...more];
};

const isSaid = (type: GraphQLOutputType): boolean =>
  isLeafType(getNamedType(type)) || getNamedType(type).name === AMOUNT;

/** Where one can go from a row. */
export const stepsFrom = (schema: GraphQLSchema, type: string): Step[] =>
  asked(schema, type)
    .filter(({ field }) => !isSaid(field.type))
    .map(({ field, on }) => ({ field: field.name, on, ...rowsBehind(schema, field.type) }));

/** All that a row says itself. */
export const saidBy = (schema: GraphQLSchema, type: string): Ask[] => [
  ...identity(schema, type),
  ...asked(schema, type)
    .filter(({ field }) => isSaid(field.type) && field.name !== "id")
    .map(({ field: { name, type: declared }, on }): Ask => {
      const inner = isLeafType(getNamedType(declared)) ? {} : { asks: saidBy(schema, AMOUNT) };
      return { field: name, on, ...inner };
    }),
];
