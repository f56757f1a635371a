import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type Coordinate, GRADED_VALUES } from "./classification.js";
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

/** Where an input says itself what its parts are for. */
const USE_AT: Readonly<Record<Coordinate, Use>> = {
  "Query.archiveStatistics(input:)": "aggregate",
  "ArchiveStatisticsInput.groupBy": "group",
  "ArchiveStatisticsInput.measures": "aggregate",
  "ArchiveStatisticsInput.filter": "filter",
};

function* within(type: GraphQLInputType, given: unknown, use: Use): Generator<Demand> {
  if (given === null || given === undefined) return;
  if (isNonNullType(type)) return yield* within(type.ofType, given, use);
  if (isListType(type)) {
    for (const item of Array.isArray(given) ? given : [given]) yield* within(type.ofType, item, use);
    return;
  }
  const named = getNamedType(type);
  if (isEnumType(named) && GRADED_VALUES.test(named.name)) {
    yield { coordinate: `${named.name}.${String(given)}`, use };
    return;
  }
  if (!isInputObjectType(named)) return;
  for (const [name, value] of Object.entries(given as object)) {
    const field = named.getFields()[name];
    if (field === undefined) continue;
    const coordinate = `${named.name}.${name}`;
    const here = USE_AT[coordinate] ?? use;
    yield { coordinate, use: here };
    yield* within(field.type, value, here);
  }
}

/** Every coordinate the given arguments of a field use, those inside variables included. */
export function* demandsOf(
  field: Coordinate,
  definitions: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
): Generator<Demand> {
  for (const argument of definitions) {
    const value = given[argument.name];
    if (value === undefined) continue;
    const coordinate = `${field}(${argument.name}:)`;
    const use = USE_AT[coordinate] ?? USE_OF[argument.name] ?? "filter";
    yield { coordinate, use };
    yield* within(argument.type, value, use);
  }
}
