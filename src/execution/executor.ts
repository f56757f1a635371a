import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type NamedTypeNode,
  visit,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { expandsBeyond } from "./expansion.js";
import { withWholeErrors } from "./jit-errors.js";

/** Compiling takes longer than running: it is for documents that come again. */
const SEEN_BEFORE_COMPILING = 3;
/** A compiled document takes some 100 kB. */
const MOST_COMPILED = 300;
/** Compiling takes 0.1–0.2 ms per field, and nobody else is served meanwhile: a document of all types took ten seconds. */
const MOST_FIELDS = 500;

export interface Execution {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** As they were sent, and as they were coerced before. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly context: object;
  /** Registered by whoever runs the archive: it comes again, and is compiled at first sight. */
  readonly trusted: boolean;
}

type Run = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

const COERCED = new GraphQLScalarType({ name: "Coerced" });
const OF_COERCED: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } };

/** The same schema, with a type for variables that are taken as they are. */
const compilable = (schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED], assumeValid: true });
};

/** graphql-jit writes a coercion out in full, and never ends where an input type contains itself, as every filter does. */
const takingCoerced = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ defaultValue: _, ...definition }) => ({ ...definition, type: OF_COERCED }),
  });

/** Runs documents: by graphql-js until they have come a few times or are trusted, then compiled by graphql-jit. */
export const executorOf = (schema: GraphQLSchema): Run => {
  const seen = new WeakMap<DocumentNode, number>();
  const compiled = new LRUCache<string, CompiledQuery | "UNCOMPILABLE">({ max: MOST_COMPILED });
  const keys = new WeakMap<DocumentNode, string>();
  const compiling = compilable(schema);
  let next = 0;

  const interpret: Run = ({ document, operationName, variables, context }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context });

  const compile = ({ document, operationName }: Execution): CompiledQuery | "UNCOMPILABLE" => {
    if (expandsBeyond(schema, document, operationName, MOST_FIELDS)) return "UNCOMPILABLE";
    const options = { useExperimentalPathBasedSkipInclude: true };
    const result = compileQuery(compiling, takingCoerced(document), operationName ?? "", options);
    return isCompiledQuery(result) ? result : "UNCOMPILABLE";
  };

  return (execution) => {
    const { document, operationName, coerced, context, trusted } = execution;
    const times = (seen.get(document) ?? 0) + 1;
    seen.set(document, times);
    if (times < SEEN_BEFORE_COMPILING && !trusted) return interpret(execution);
    const name = keys.get(document) ?? String(next++);
    keys.set(document, name);
    const key = `${name} ${operationName ?? ""}`;
    const query = compiled.get(key) ?? compile(execution);
    compiled.set(key, query);
    if (query === "UNCOMPILABLE") return interpret(execution);
    const result = query.query(undefined, context, coerced);
    return "then" in result ? result.then(withWholeErrors) : withWholeErrors(result);
  };
};
