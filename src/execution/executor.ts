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
import type { AccessPlan } from "../auth/access-plan.js";
import { type CompiledFor, compileFor, isFor } from "../auth/guard.js";
import { expandsBeyond } from "./expansion.js";
import { withWholeErrors } from "./jit-errors.js";

/** Compiling takes longer than running: it is for documents that come again. */
const SEEN_BEFORE_COMPILING = 3;
/** A compiled document takes some 100 kB. */
const MOST_COMPILED = 300;
/** Roles that see different parts of a document have one each; there are ten. */
const MOST_VARIANTS = 10;
/** Compiling takes 0.1–0.2 ms per field, and nobody else is served meanwhile: a document of all types took ten seconds. */
const MOST_FIELDS = 500;

export interface Execution {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** As they were sent, and as they were coerced before. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly context: object;
  /** What the operation may see; null where nothing is guarded. */
  readonly plan: AccessPlan | null;
  /** Registered by whoever runs the archive: it comes again, and is compiled at first sight. */
  readonly trusted: boolean;
}

type Variant = CompiledFor<CompiledQuery>;

/** A document as it was compiled, for each kind of plan it was asked under. */
type Compiled = readonly Variant[] | "UNCOMPILABLE";

const sizeOf = (compiled: Compiled): number => (compiled === "UNCOMPILABLE" ? 1 : compiled.length);

const UNGUARDED = { leftOut: [], kept: [] };

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
  const compiled = new LRUCache<string, Compiled>({ maxSize: MOST_COMPILED, sizeCalculation: sizeOf });
  const keys = new WeakMap<DocumentNode, string>();
  const compiling = compilable(schema);
  let next = 0;

  const interpret: Run = ({ document, operationName, variables, context }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context });

  const compile = ({ document, operationName, plan }: Execution): Variant | "UNCOMPILABLE" => {
    if (expandsBeyond(schema, document, operationName, MOST_FIELDS)) return "UNCOMPILABLE";
    const options = { useExperimentalPathBasedSkipInclude: true };
    const make = () => compileQuery(compiling, takingCoerced(document), operationName ?? "", options);
    const { compiled: made, ...guards } = plan === null ? { compiled: make(), ...UNGUARDED } : compileFor(plan, make);
    return isCompiledQuery(made) ? { compiled: made, ...guards } : "UNCOMPILABLE";
  };

  const find = (execution: Execution): Variant | "UNCOMPILABLE" => {
    const { document, operationName, plan } = execution;
    const name = keys.get(document) ?? String(next++);
    keys.set(document, name);
    const key = `${name} ${operationName ?? ""}`;
    const known = compiled.get(key) ?? [];
    if (known === "UNCOMPILABLE") return known;
    const fitting = known.find((variant) => (plan === null ? variant.leftOut.length === 0 : isFor(variant, plan)));
    if (fitting !== undefined) return fitting;
    const made = compile(execution);
    compiled.set(key, made === "UNCOMPILABLE" ? made : [...known.slice(1 - MOST_VARIANTS), made]);
    return made;
  };

  return (execution) => {
    const { document, coerced, context, trusted } = execution;
    const times = (seen.get(document) ?? 0) + 1;
    seen.set(document, times);
    if (times < SEEN_BEFORE_COMPILING && !trusted) return interpret(execution);
    const variant = find(execution);
    if (variant === "UNCOMPILABLE") return interpret(execution);
    const result = variant.compiled.query(undefined, context, coerced);
    return "then" in result ? result.then(withWholeErrors) : withWholeErrors(result);
  };
};
