import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import type { GraphQLFieldConfig, GraphQLSchema } from "graphql";
import type { ActingRole, Policy } from "./policy.js";
import type { Use } from "./use.js";

/** What an input is for: what a filter may not name, nobody may filter by. */
const inputUse = (input: string): Use =>
  input.endsWith("Input") ? "write" : input.endsWith("Order") ? "order" : "filter";

type Field = GraphQLFieldConfig<unknown, unknown>;

const withArguments = (field: Field, may: (argument: string) => boolean): Field => ({
  ...field,
  args: Object.fromEntries(Object.entries(field.args ?? {}).filter(([name]) => may(name))),
});

/**
 * The schema as a role can ever use it: fields it is never shown, arguments, filters and orders it may not use and
 * mutations it may not call are not in it. For looking at only: every operation is validated against the whole schema.
 */
export const schemaFor = (schema: GraphQLSchema, policy: Policy, role: ActingRole): GraphQLSchema => {
  const may = (coordinate: string, use: Use): boolean =>
    !policy.classification.has(coordinate) || policy.allows(role, coordinate, use);
  const shown = (field: Field, name: string, type: string) =>
    may(`${type}.${name}`, "project")
      ? withArguments(field, (argument) =>
          may(`${type}.${name}(${argument}:)`, argument === "input" ? "write" : "filter"),
        )
      : null;
  const shaped = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: shown,
    [MapperKind.INTERFACE_FIELD]: shown,
    [MapperKind.INPUT_OBJECT_FIELD]: (field, name, type) => (may(`${type}.${name}`, inputUse(type)) ? field : null),
    [MapperKind.ENUM_VALUE]: (value, type, _schema, name) => (may(`${type}.${name}`, "order") ? value : null),
  });
  return pruneSchema(shaped);
};
