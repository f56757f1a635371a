import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";

/** A place in the arguments of a root field, and the scalar or enum that stands there. */
export interface Leaf {
  readonly root: Root;
  readonly path: readonly string[];
  readonly type: string;
}

export interface Root {
  readonly operation: "query" | "mutation";
  readonly field: GraphQLField<unknown, unknown>;
}

export const rootsOf = (schema: GraphQLSchema): Root[] =>
  (["query", "mutation"] as const).flatMap((operation) => {
    const type = operation === "query" ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({ operation, field }));
  });

/** Deeper a filter only repeats itself, and so do the conditions it combines. */
const DEEPEST = 4;
const COMBINING = ["and", "or", "not"];

const below = (type: GraphQLInputType, path: readonly string[]): (readonly [readonly string[], GraphQLNamedType])[] => {
  const named = getNamedType(type);
  if (isLeafType(named)) return [[path, named]];
  if (!isInputObjectType(named) || path.length > DEEPEST) return [];
  const fields = Object.values(named.getFields()).filter(({ name }) => !COMBINING.includes(name));
  return fields.flatMap((field) => below(field.type, [...path, field.name]));
};

/** Every place where a client may say something. */
export const leavesOf = (root: Root): Leaf[] =>
  root.field.args.flatMap((arg) => below(arg.type, [arg.name]).map(([path, { name }]) => ({ root, path, type: name })));

/** What stands where nothing in particular is asked for. */
const PLAIN: Readonly<Record<string, unknown>> = {
  String: "x",
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: "2026-01-01",
  DateTime: "2026-01-01T00:00:00Z",
  Decimal: "1",
};

export type Filling = (path: readonly string[], type: string) => unknown;

const filled = (
  type: GraphQLInputType,
  path: readonly string[],
  fill: Filling,
  wanted: readonly string[][],
): unknown => {
  if (isNonNullType(type)) return filled(type.ofType, path, fill, wanted);
  if (isListType(type)) return [filled(type.ofType, path, fill, wanted)];
  const own = fill(path, getNamedType(type).name);
  if (isLeafType(type)) return own ?? (isEnumType(type) ? type.getValues()[0]?.name : PLAIN[type.name]);
  const leads = (name: string) => wanted.some((each) => [...path, name].every((part, i) => each[i] === part));
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || leads(field.name));
  return Object.fromEntries(
    fields.map((field) => [field.name, filled(field.type, [...path, field.name], fill, wanted)]),
  );
};

/** An operation on a root field, its variables filled where it has to be and where it is wanted. */
export const askOf = ({ operation, field }: Root, fill: Filling, wanted: readonly Leaf[]) => {
  const paths = wanted.map(({ path }) => [...path]);
  const given = field.args.filter((arg) => isNonNullType(arg.type) || paths.some(([first]) => first === arg.name));
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return {
    query: `${operation} Probe${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables: Object.fromEntries(given.map((arg) => [arg.name, filled(arg.type, [arg.name], fill, paths)])),
  };
};
