import { defaultFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { AccessPlan } from "./access-plan.js";

interface Guarded {
  readonly plan?: AccessPlan | undefined;
}

/**
 * The last line, on every field below the roots: synchronous, reading the plan, showing nothing when there is none.
 * What is denied was never selected; should it ever be, it stops here.
 */
export const guardFields = (schema: GraphQLSchema): void => {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || roots.has(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const resolve = field.resolve ?? defaultFieldResolver;
      const name = field.name;
      field.resolve =
        field.resolve === undefined
          ? (parent, _args, context: Guarded) => (context.plan?.mayPass(coordinate) ? parent[name] : null)
          : (parent, args, context: Guarded, info) =>
              context.plan?.mayPass(coordinate) ? resolve(parent, args, context, info) : null;
    }
  }
};
