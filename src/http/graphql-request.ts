import { Refusal } from "../domain/refusal.js";

/** The parameters of a GraphQL request, their shape checked before anything runs. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
  readonly extensions?: Record<string, unknown> | null;
}

const refuse = (message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const checkParameters = (parameters: Record<string, unknown>): GraphqlRequest => {
  const { query, operationName, variables, extensions } = parameters;
  if (typeof query !== "string" || query === "") return refuse("`query` is missing: a string of GraphQL is expected.");
  if (operationName != null && typeof operationName !== "string") return refuse("`operationName` has to be a string.");
  if (variables != null && !isObject(variables)) return refuse("`variables` has to be an object.");
  if (extensions != null && !isObject(extensions)) return refuse("`extensions` has to be an object.");
  return parameters as unknown as GraphqlRequest;
};

/** @throws Refusal BAD_USER_INPUT unless it is one GraphQL request */
export const requestOfBody = (body: unknown): GraphqlRequest => {
  if (Array.isArray(body)) return refuse("One request at a time: an array of requests is not accepted.");
  if (!isObject(body)) return refuse("The request body has to be a JSON object with a `query`.");
  return checkParameters(body);
};

const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`\`${name}\` is not well-formed JSON.`);
  }
};

/** @throws Refusal BAD_USER_INPUT unless it is one GraphQL request */
export const requestOfSearch = (search: string): GraphqlRequest => {
  const parameters: Record<string, unknown> = {};
  for (const [name, text] of new URLSearchParams(search)) {
    if (name in parameters) return refuse("Every parameter may be given once.");
    parameters[name] = name === "variables" || name === "extensions" ? parsed(name, text) : text;
  }
  return checkParameters(parameters);
};

const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,99}$/;

/** Fit for a log: what is no GraphQL name may be anything. */
export const operationNameOf = ({ operationName }: GraphqlRequest): string | null =>
  operationName != null && NAME.test(operationName) ? operationName : null;
