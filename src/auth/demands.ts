import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Coordinate } from "./classification.js";
import type { Use } from "./use.js";

/** A coordinate an operation wants to use other than by showing it. */
export interface Demand {
  readonly coordinate: Coordinate;
  readonly use: Use;
}

/** What an argument of this name uses the fields it names for. Anything else picks rows, which is filtering. */
const USE_OF: Readonly<Record<string, Use>> = {
  filter: "filter",
  orderBy: "order",
  search: "search",
  after: "cursor",
  before: "cursor",
  input: "write",
};

function* within(type: GraphQLInputType, given: unknown, use: Use): Generator<Demand> {
  if (given === null || given === undefined) return;
  if (isNonNullType(type)) return yield* within(type.ofType, given, use);
  if (isListType(type)) {
    for (const item of Array.isArray(given) ? given : [given]) yield* within(type.ofType, item, use);
    return;
  }
  const named = getNamedType(type);
  if (isEnumType(named) && named.name.endsWith("OrderField")) {
    yield { coordinate: `${named.name}.${String(given)}`, use };
    return;
  }
  if (!isInputObjectType(named)) return;
  for (const [name, value] of Object.entries(given as object)) {
    const field = named.getFields()[name];
    if (field === undefined) continue;
    yield { coordinate: `${named.name}.${name}`, use };
    yield* within(field.type, value, use);
  }
}

/** Every coordinate the given arguments of a field use, those inside variables included (permissions.md §2). */
export function* demandsOf(
  field: Coordinate,
  definitions: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
): Generator<Demand> {
  for (const argument of definitions) {
    const value = given[argument.name];
    if (value === undefined) continue;
    const use = USE_OF[argument.name] ?? "filter";
    yield { coordinate: `${field}(${argument.name}:)`, use };
    yield* within(argument.type, value, use);
  }
}
