import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";

/** Compiling takes longer than running: it is for documents that come again. */
const SEEN_BEFORE_COMPILING = 3;
/** A compiled document takes some 100 kB. */
const MOST_COMPILED = 300;

export interface Execution {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: object;
}

type Run = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

/** Runs documents: by graphql-js until they have come a few times, then compiled by graphql-jit. */
export const executorOf = (schema: GraphQLSchema): Run => {
  const seen = new WeakMap<DocumentNode, number>();
  const compiled = new LRUCache<string, CompiledQuery | "UNCOMPILABLE">({ max: MOST_COMPILED });
  const keys = new WeakMap<DocumentNode, string>();
  let next = 0;

  const interpret: Run = ({ document, operationName, variables, context }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context });

  const compile = ({ document, operationName }: Execution, key: string): CompiledQuery | "UNCOMPILABLE" => {
    const result = compileQuery(schema, document, operationName ?? "", { useExperimentalPathBasedSkipInclude: true });
    const kept = isCompiledQuery(result) ? result : "UNCOMPILABLE";
    compiled.set(key, kept);
    return kept;
  };

  return (execution) => {
    const { document, operationName, variables, context } = execution;
    const times = (seen.get(document) ?? 0) + 1;
    seen.set(document, times);
    if (times < SEEN_BEFORE_COMPILING) return interpret(execution);
    const name = keys.get(document) ?? String(next++);
    keys.set(document, name);
    const key = `${name} ${operationName ?? ""}`;
    const query = compiled.get(key) ?? compile(execution, key);
    return query === "UNCOMPILABLE" ? interpret(execution) : query.query(undefined, context, variables);
  };
};
