import { createRequire } from "node:module";
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from "graphql";
import type { IRule, IRules } from "graphql-shield";
import { Refusal } from "../domain/refusal.js";
import type { Coordinate } from "./classification.js";
import type { ActingRole, Policy } from "./policy.js";
import type { Use } from "./use.js";

// graphql-shield's ESM build imports util.isUndefined, which Node 23 took away; its CommonJS build loads everywhere.
const { rule, shield, deny } = createRequire(import.meta.url)("graphql-shield") as typeof import("graphql-shield");

/** A rule reads the role off the plan of the request; without a plan nobody acts. */
interface RuleContext {
  readonly plan?: { readonly role: ActingRole } | undefined;
}

/** To project is what asking for a field, or calling a mutation, is anyhow. */
const doing = (coordinate: Coordinate, use: Use): string =>
  use === "project" ? coordinate : `${coordinate} to ${use}`;

const refusal = (role: ActingRole, coordinate: Coordinate, use: Use): Refusal =>
  role === null
    ? new Refusal("UNAUTHENTICATED", "Sign in first: send the token of `login` as `Authorization: Bearer …`.")
    : new Refusal("FORBIDDEN", `The role ${role} may not use ${doing(coordinate, use)}.`, { coordinate, use });

/** The graphql-shield rule of one coordinate and use. Its name is unique: a contextual cache would key by it alone. */
const ruleOf = (policy: Policy, coordinate: Coordinate, use: Use): IRule =>
  rule(`${coordinate} ${use}`, { cache: "no_cache" })((_parent, _args, { plan }: RuleContext) => {
    const role = plan?.role ?? null;
    return policy.allows(role, coordinate, use) ? true : refusal(role, coordinate, use);
  });

const OPTIONS = {
  debug: false,
  allowExternalErrors: true,
  fallbackRule: deny,
  fallbackError: new Refusal("FORBIDDEN", "Nothing allows this."),
  hashFunction: (): string => {
    throw new Error("no rule is cached by its arguments");
  },
};

export interface Rules {
  /** Runs the rule of a coordinate and use for a role: null, or why not. */
  check(role: ActingRole, coordinate: Coordinate, use: Use): Promise<Error | null>;
  /** Puts graphql-shield's own middleware around root fields, and only there: it costs a promise per field. */
  guardRoots(schema: GraphQLSchema): void;
}

export const rulesOf = (policy: Policy): Rules => {
  const rules = new Map<string, IRule>();
  const find = (coordinate: Coordinate, use: Use): IRule => {
    const key = `${coordinate} ${use}`;
    const found = rules.get(key) ?? ruleOf(policy, coordinate, use);
    rules.set(key, found);
    return found;
  };
  return {
    check: async (role, coordinate, use) => {
      const context = { plan: { role }, _shield: { cache: {} } };
      const verdict = await find(coordinate, use).resolve({}, {}, context, {} as GraphQLResolveInfo, OPTIONS);
      return verdict === true ? null : verdict instanceof Error ? verdict : OPTIONS.fallbackError;
    },
    guardRoots: (schema) => guardRoots(schema, find),
  };
};

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type RootMiddleware = (resolve: Resolve, ...call: Parameters<Resolve>) => unknown;

const guardRoots = (schema: GraphQLSchema, find: (coordinate: Coordinate, use: Use) => IRule): void => {
  // graphql-shield guards what a subscription answers, and lets its source open first: there are none until both are guarded.
  if (schema.getSubscriptionType() != null) throw new Error("nothing guards a subscription");
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  const tree = Object.fromEntries(
    roots.map((type) => [
      type.name,
      Object.fromEntries(Object.keys(type.getFields()).map((name) => [name, find(`${type.name}.${name}`, "project")])),
    ]),
  ) as IRules;
  const generated = shield(tree, OPTIONS).generate(schema) as Record<string, Record<string, RootMiddleware>>;
  for (const type of roots) {
    for (const field of Object.values(type.getFields())) {
      const middleware = generated[type.name]?.[field.name];
      const resolve = field.resolve;
      if (middleware === undefined || resolve === undefined) throw new Error(`${type.name}.${field.name} has no rule`);
      field.resolve = (parent, args, context, info) => middleware(resolve, parent, args, context, info);
    }
  }
};
