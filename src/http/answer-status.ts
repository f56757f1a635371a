import { GRAPHQL_TYPE } from "./media-type.js";

/** GraphQL's own refusals, before execution: it cannot be parsed, does not fit the schema, or its variables do not. */
const BEFORE_EXECUTION = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/**
 * GraphQL over HTTP §6.4: under `application/json` a request that GraphQL itself refused was answered, hence 200; under
 * `application/graphql-response+json` it is 400. Refusals of access keep their status in both.
 */
export const answerStatus = (status: number, mediaType: string, body: string): number => {
  if (status !== 400 || mediaType.startsWith(GRAPHQL_TYPE)) return status;
  const { data, errors = [] } = JSON.parse(body) as Answer;
  const refused = data === undefined && errors.every(({ extensions }) => BEFORE_EXECUTION.has(extensions?.code ?? ""));
  return refused ? 200 : status;
};
