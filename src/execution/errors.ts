import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { REFUSALS, Refusal } from "../domain/refusal.js";
import { discreet } from "./message.js";

/** GraphQL's own refusals: what cannot be parsed, or does not fit the schema. */
const OF_GRAPHQL = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "PERSISTED_QUERY_NOT_FOUND",
]);

/** The refusal behind an error, if that is what it is. */
export const refusalIn = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError && error.originalError) return refusalIn(error.originalError);
  return null;
};

/** Whether GraphQL itself refused: Apollo sets these codes, nothing of ours does. */
export const isOfGraphql = (extensions: GraphQLFormattedError["extensions"]): boolean =>
  OF_GRAPHQL.has(String(extensions?.code));

/**
 * The one place where errors take the form they leave in: a refusal with its code and names, GraphQL's own complaint
 * without suggestions or values, or INTERNAL without any detail.
 */
export const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const { path, locations, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const refusal = refusalIn(error);
  if (refusal) return { message: refusal.message, ...place, extensions: { code: refusal.code, ...refusal.details } };
  if (isOfGraphql(extensions)) {
    return { message: discreet(formatted.message), ...place, extensions: { code: extensions?.code } };
  }
  return {
    message: "Something went wrong here. Quote the request id when you report it.",
    ...place,
    extensions: { code: "INTERNAL" },
  };
};

/** A refusal as an error Apollo answers with the right HTTP status. */
export const withStatus = (error: unknown): unknown => {
  const refusal = refusalIn(error);
  if (refusal === null) return error;
  const extensions = { code: refusal.code, http: { status: REFUSALS[refusal.code] } };
  return new GraphQLError(refusal.message, { originalError: refusal, extensions });
};
