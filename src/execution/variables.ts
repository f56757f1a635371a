import {
  type ASTNode,
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import { toldOf } from "./complaints.js";
import { checkGiven } from "./given.js";

type Given = Readonly<Record<string, unknown>>;

const NAME = /^[_A-Za-z]\w*$/;

/** Where a value stands: what is no name of GraphQL's is a key or an alias of somebody's, and may be a value itself. */
const placeOf = (path: readonly (string | number)[]): string =>
  path.map((part) => (typeof part === "number" || NAME.test(part) ? part : "?")).join(".");

const refused = (path: readonly (string | number)[], what: string): Refusal => {
  const place = placeOf(path);
  return new Refusal("BAD_USER_INPUT", `$${place}: ${what}`, { rule: "VariableValues", variable: place });
};

const refuse = (path: readonly (string | number)[], what: string): never => {
  throw refused(path, what);
};

/** What was expected, in words that quote nothing of what was sent. */
const expectation = (error: GraphQLError): string => {
  const { originalError, message } = error;
  if (originalError instanceof Refusal) return originalError.message;
  return toldOf(message)?.help ?? "not the expected type.";
};

const coerce = (name: string, type: GraphQLInputType, value: unknown): unknown =>
  coerceInputValue(value, type, (path, _value, error) => refuse([name, ...path], expectation(error)));

const readVariable = (definition: VariableDefinitionNode, type: GraphQLInputType, given: Given): unknown => {
  const name = definition.variable.name.value;
  // As a key of an object `__proto__` is none, and what is filtered by it would be dropped.
  if (name.startsWith("__")) return refuse([name], "names that begin with __ are reserved.");
  if (!Object.hasOwn(given, name)) {
    if (definition.defaultValue) return valueFromAST(definition.defaultValue, type);
    return isNonNullType(type) ? refuse([name], `required, of type ${type}.`) : undefined;
  }
  const value = given[name];
  checkGiven(value, `$${name}`);
  if (value === null && isNonNullType(type)) return refuse([name], `null is not a ${type}.`);
  return coerce(name, type, value);
};

/**
 * The variables of an operation as its resolvers see them.
 *
 * @throws Refusal BAD_USER_INPUT naming the variable and the path in it, never its value
 */
export const coerceVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Given,
): Given => {
  const coerced: Record<string, unknown> = {};
  for (const definition of variableDefinitions) {
    const type = typeFromAST(schema, definition.type);
    if (type === undefined || !isInputType(type)) continue;
    const value = readVariable(definition, type, given);
    if (value !== undefined) coerced[definition.variable.name.value] = value;
  }
  return coerced;
};

const nullIn = (value: ASTNode, variables: Given): string | undefined => {
  const names: string[] = [];
  visit(value, { Variable: ({ name }) => void names.push(name.value) });
  return names.find((name) => variables[name] === null);
};

const NON_NULL = /^Argument "\w+" of non-null type "([\w![\]]+)" must not be null\.$/;

/**
 * A variable that has a default may stand where null may not (GraphQL 5.8.5), and be null all the same: that comes out where
 * arguments are read, and is told as of any other variable. What is no such error stays what it is.
 */
export const asRefusedNull = (error: unknown, variables: Given): unknown => {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError !== undefined) return asRefusedNull(error.originalError, variables);
  const [value] = error.nodes ?? [];
  const name = value && nullIn(value, variables);
  if (name === undefined) return error;
  const [, type] = NON_NULL.exec(error.message) ?? [];
  return refused([name], type === undefined ? "null cannot stand where it is used." : `null is not a ${type}.`);
};
