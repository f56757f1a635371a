import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Classification } from "./classified.js";

/** `Type.field`, `Input.field`, `Type.field(argument:)` or `Enum.VALUE`. */
export type Coordinate = string;

/** Lists whose values name what an operation uses: fields to order by, what reports group and add up. */
export const GRADED_VALUES = /(OrderField|^StatisticsDimension|^StatisticsMeasure)$/;

interface Extended {
  readonly extensions?: { readonly directives?: { readonly classified?: Classification } } | null;
}

const own = (element: unknown): Classification | undefined => (element as Extended).extensions?.directives?.classified;

type Entry = readonly [Coordinate, Classification | undefined];

const ofFields = (type: string, fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>): Entry[] =>
  Object.values(fields).flatMap((field): Entry[] => [
    [`${type}.${field.name}`, own(field)],
    ...field.args.map((argument): Entry => [`${type}.${field.name}(${argument.name}:)`, own(argument)]),
  ]);

const ofInputs = (type: string, fields: Readonly<Record<string, GraphQLInputField>>): Entry[] =>
  Object.values(fields).map((field) => [`${type}.${field.name}`, own(field)]);

const entriesOf = (schema: GraphQLSchema): Entry[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isObjectType(type) || isInterfaceType(type)) return ofFields(type.name, type.getFields());
    if (isInputObjectType(type)) return ofInputs(type.name, type.getFields());
    if (isEnumType(type) && GRADED_VALUES.test(type.name)) {
      return type.getValues().map((value): Entry => [`${type.name}.${value.name}`, own(value)]);
    }
    return [];
  });

/**
 * Every coordinate of the schema with its classification.
 *
 * @throws Error naming every unclassified coordinate: the process does not start with one
 */
export const classificationOf = (schema: GraphQLSchema): ReadonlyMap<Coordinate, Classification> => {
  const entries = entriesOf(schema);
  const missing = entries.flatMap(([coordinate, found]) => (found === undefined ? [coordinate] : []));
  if (missing.length > 0) throw new Error(`Unclassified: ${missing.join(", ")}`);
  return new Map(entries as [Coordinate, Classification][]);
};
