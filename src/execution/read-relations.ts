import { type GraphQLSchema, isObjectType } from "graphql";
import { related } from "../resolvers/related.js";
import { shapeOf } from "./check-readable.js";

const RELATIONS: ReadonlySet<string | undefined> = new Set(["one", "many", "connection", "same"]);

/**
 * Relations are read off the object that the one statement has built. Their resolvers do just that; called by
 * type-graphql they would cost a promise and an instance of their arguments per row: a third of a page's time.
 */
export const readRelations = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const read = shapeOf(type)?.fields;
    for (const field of Object.values(type.getFields())) {
      if (!RELATIONS.has(read?.[field.name]?.kind)) continue;
      if (field.args.length === 0) delete field.resolve;
      else field.resolve = (parent: object, _args, _context, info) => related(parent, info);
    }
  }
};
