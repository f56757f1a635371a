import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import type { AccessPlan } from "./access-plan.js";
import type { Coordinate } from "./classification.js";

interface Guarded {
  readonly plan?: AccessPlan | undefined;
}

/** What was compiled, and which guards are not in it: it is for plans under which these let pass, and no others. */
export interface CompiledFor<T> {
  readonly compiled: T;
  readonly leftOut: readonly Coordinate[];
  readonly kept: readonly Coordinate[];
}

interface Compiling {
  readonly plan: AccessPlan;
  readonly leftOut: Set<Coordinate>;
  readonly kept: Set<Coordinate>;
}

/** Set while a document is compiled, which nothing interrupts; null whenever something runs. */
let compiling: Compiling | null = null;

/**
 * Compiles a document for a plan. A guard that would let pass under it is left out of what is compiled: it costs a call per
 * value, and says yes to each. All others stay.
 */
export const compileFor = <T>(plan: AccessPlan, compile: () => T): CompiledFor<T> => {
  const current: Compiling = { plan, leftOut: new Set(), kept: new Set() };
  compiling = current;
  try {
    return { compiled: compile(), leftOut: [...current.leftOut], kept: [...current.kept] };
  } finally {
    compiling = null;
  }
};

/** Whether what was compiled has just the guards that a plan needs. */
export const isFor = ({ leftOut, kept }: CompiledFor<unknown>, plan: AccessPlan): boolean =>
  leftOut.every(plan.mayPass) && !kept.some(plan.mayPass);

const isLeftOut = (coordinate: Coordinate): boolean => {
  if (compiling === null) return false;
  const passes = compiling.plan.mayPass(coordinate);
  (passes ? compiling.leftOut : compiling.kept).add(coordinate);
  return passes;
};

type Field = GraphQLField<unknown, Guarded>;

/** Of a value that stands in its parent: with the guard, or while compiling without it. */
const guardProperty = (field: Field, coordinate: Coordinate): void => {
  const name = field.name;
  const guarded: Field["resolve"] = (parent, _args, { plan }) =>
    plan?.mayPass(coordinate) ? (parent as Record<string, unknown>)[name] : null;
  Object.defineProperty(field, "resolve", {
    enumerable: true,
    get: () => (isLeftOut(coordinate) ? undefined : guarded),
  });
};

const guardResolver = (field: Field, coordinate: Coordinate): void => {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args, context, info) =>
    context.plan?.mayPass(coordinate) ? resolve(parent, args, context, info) : null;
};

/**
 * The last line, on every field below the roots: synchronous, reading the plan, showing nothing when there is none.
 * What is denied was never selected; should it ever be, it stops here.
 */
export const guardFields = (schema: GraphQLSchema): void => {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || roots.has(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const guard = field.resolve === undefined ? guardProperty : guardResolver;
      guard(field, `${type.name}.${field.name}`);
    }
  }
};
