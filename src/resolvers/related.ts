import type { GraphQLResolveInfo } from "graphql";
import { keyOf } from "../db/selection/merged.js";

/** A value the one statement has already read: under the field's name, and its alias where arguments tell aliases apart. */
export const related = <T>(parent: object, info: GraphQLResolveInfo): T => {
  const { fieldName, parentType, path } = info;
  const definition = parentType.getFields()[fieldName];
  return (parent as Record<string, T>)[keyOf(definition ?? { args: [] }, fieldName, String(path.key))] as T;
};
