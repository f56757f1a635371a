import { readId } from "../commands/operation-id.js";
import { Refusal } from "../domain/refusal.js";

/** The parameters of a GraphQL request, their shape checked before anything runs. */
export interface GraphqlRequest {
  /** Null: the document is asked for by its id. */
  readonly query: string | null;
  /** Of a registered operation; null when none is named. */
  readonly documentId: string | null;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

const refuse = (message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Apollo and urql name a document in their extension, in its first and only version. */
const hashIn = (extensions: unknown): unknown => {
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  if (persisted == null) return undefined;
  if (isObject(persisted) && persisted.version === 1 && persisted.sha256Hash != null) return persisted.sha256Hash;
  return refuse("`extensions.persistedQuery` has to have `version` 1 and a `sha256Hash`.");
};

/** GraphQL over HTTP says `documentId`, Relay `doc_id`, Apollo and urql use an extension. */
const documentIdOf = ({ documentId, doc_id, extensions }: Record<string, unknown>): string | null => {
  const named = [documentId, doc_id, hashIn(extensions)].filter((id) => id != null);
  const ids = new Set(named.map((id) => (typeof id === "string" ? readId(id) : null)));
  if (ids.has(null)) return refuse("The id of a document is `sha256:` and 64 hexadecimal digits.");
  if (ids.size > 1) return refuse("The request names two documents: one id, please.");
  return [...ids][0] ?? null;
};

const checkParameters = (parameters: Record<string, unknown>): GraphqlRequest => {
  const { query, operationName, variables, extensions } = parameters;
  if (operationName != null && typeof operationName !== "string") return refuse("`operationName` has to be a string.");
  if (variables != null && !isObject(variables)) return refuse("`variables` has to be an object.");
  if (extensions != null && !isObject(extensions)) return refuse("`extensions` has to be an object.");
  const documentId = documentIdOf(parameters);
  const asked = { documentId, operationName: operationName ?? null, variables: variables ?? null };
  if (query == null && documentId !== null) return { query: null, ...asked };
  if (typeof query !== "string" || query === "") return refuse("`query` is missing: a string of GraphQL is expected.");
  return { query, ...asked };
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
export const operationNameOf = ({ operationName }: Pick<GraphqlRequest, "operationName">): string | null =>
  operationName != null && NAME.test(operationName) ? operationName : null;
