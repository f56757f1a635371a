import { type GraphQLSchema, isAbstractType, isEnumType } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import { withClassifiedDirective } from "./classified-directive.js";
import { VALUE_GRADES } from "./enums/value-grades.js";
import "./enums/index.js";

/** type-graphql's own is asynchronous, which graphql-jit cannot run on interfaces: rows say what they are. */
const resolveByName = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
};

/** type-graphql carries no extensions on enum values: those that name what an operation uses get theirs here. */
const classifyValues = (schema: GraphQLSchema): void => {
  for (const [name, grades] of VALUE_GRADES) {
    const type = schema.getType(name);
    if (!isEnumType(type)) continue;
    for (const value of type.getValues()) {
      const grade = grades[value.name];
      if (grade !== undefined) value.extensions = { directives: { classified: { grade } } };
    }
  }
};

/** The schema of the archive, as it is declared: without permissions, which `auth` puts on. */
export const buildArchiveSchema = async (
  resolvers: NonEmptyArray<new () => object>,
  orphanedTypes: (new () => object)[],
): Promise<GraphQLSchema> => {
  const built = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<() => object>,
    orphanedTypes: orphanedTypes as unknown as (() => object)[],
    validate: false,
  });
  const schema = withClassifiedDirective(built);
  resolveByName(schema);
  classifyValues(schema);
  return schema;
};
