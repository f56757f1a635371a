import type { GraphQLRequestContext } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ERRORS, type ErrorCode, Refusal, type RefusalDetails, saidBy } from "../domain/refusal.js";
import { faultOf } from "../fault.js";
import { toldOf } from "./complaints.js";
import { limitBehind } from "./limits.js";

/** Apollo's codes for what GraphQL itself refuses, and what each is here. */
const OF_GRAPHQL: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: "GRAPHQL_PARSE_FAILED",
  GRAPHQL_VALIDATION_FAILED: "GRAPHQL_VALIDATION_FAILED",
  BAD_REQUEST: "BAD_REQUEST",
  OPERATION_RESOLUTION_FAILURE: "BAD_REQUEST",
};

/** The refusal behind an error, if that is what it is. */
export const refusalIn = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError && error.originalError) return refusalIn(error.originalError);
  return null;
};

const codeOfGraphql = (extensions: GraphQLFormattedError["extensions"]): ErrorCode | undefined => {
  const code = String(extensions?.code);
  return Object.hasOwn(OF_GRAPHQL, code) ? OF_GRAPHQL[code] : undefined;
};

/** Whether GraphQL itself refused: Apollo sets these codes, nothing of ours does. */
export const isOfGraphql = (extensions: GraphQLFormattedError["extensions"]): boolean =>
  codeOfGraphql(extensions) !== undefined;

type Said = { readonly code: ErrorCode } & RefusalDetails;

const said = ({ message, extensions }: GraphQLFormattedError, error: unknown): Said => {
  const refusal = refusalIn(error) ?? limitBehind(message);
  if (refusal !== null) return saidBy(refusal) as Said;
  const code = codeOfGraphql(extensions);
  return code === undefined ? { code: "INTERNAL" } : { code, ...toldOf(message) };
};

/** For whoever mends it, on their own machine: `DEBUG_ERRORS=1`. */
const laidBare = (error: unknown): object => {
  const { name, message, cause } = (error as GraphQLError).originalError ?? (error as Error);
  return { debug: { name, message, cause: String(cause ?? ""), at: faultOf(error).at } };
};

/**
 * The one place where errors take the form they leave in: a code of the closed list with its message, where in the document
 * it happened, and what is wrong in particular, in words that are ours.
 */
export const errorFormatter =
  (debug: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const extensions = said(formatted, error);
    const bare = debug && extensions.code === "INTERNAL" ? laidBare(error) : {};
    const place = { ...(locations && { locations }), ...(path && { path }) };
    return { message: ERRORS[extensions.code].en, ...place, extensions: { ...extensions, ...bare } };
  };

/** A refusal in the place of an answer that was made already. */
export const refuseInstead = (response: GraphQLRequestContext<object>["response"], refusal: Refusal): void => {
  const error = errorFormatter(false)({ message: refusal.message }, refusal);
  response.body = { kind: "single", singleResult: { errors: [error] } };
  response.http.status = ERRORS[refusal.code].status;
};

/** A refusal as an error Apollo answers with the right HTTP status. */
export const withStatus = (error: unknown): unknown => {
  const refusal = refusalIn(error);
  if (refusal === null) return error;
  const extensions = { code: refusal.code, http: { status: ERRORS[refusal.code].status } };
  return new GraphQLError(refusal.message, { originalError: refusal, extensions });
};
