import { type ExecutionResult, GraphQLError, type SourceLocation } from "graphql";

/** An error as graphql-jit makes it: of the right class, but without the extensions every GraphQLError has. */
interface Made {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly SourceLocation[];
  readonly originalError?: Error;
}

const remade = ({ message, path, locations, originalError }: Made): GraphQLError => {
  const error = new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
  return Object.defineProperty(error, "locations", { value: locations, enumerable: locations !== undefined });
};

/** Apollo reads an error's extensions: without them a refusal would leave as a fault of the server. */
export const withWholeErrors = (result: ExecutionResult): ExecutionResult =>
  result.errors === undefined ? result : { ...result, errors: (result.errors as readonly Made[]).map(remade) };
