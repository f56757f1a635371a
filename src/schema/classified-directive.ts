import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  type GraphQLEnumType,
  GraphQLNonNull,
  GraphQLSchema,
} from "graphql";

/** Documents in the SDL what kind of fact a coordinate is. */
const directiveOver = (grade: GraphQLEnumType): GraphQLDirective =>
  new GraphQLDirective({
    name: "classified",
    description: "What kind of fact this is: who may see it follows from the grade and the clearance of the role.",
    locations: [
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.ARGUMENT_DEFINITION,
      DirectiveLocation.ENUM_VALUE,
    ],
    args: {
      grade: { type: new GraphQLNonNull(grade), description: "The grade." },
      masked: { type: GraphQLBoolean, description: "Whether a masked form exists." },
    },
  });

/** The directive takes the schema's own `Grade`, which exists only once the schema is built. */
export const withClassifiedDirective = (schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig();
  const directive = directiveOver(schema.getType("Grade") as GraphQLEnumType);
  return new GraphQLSchema({ ...config, directives: [...config.directives, directive] });
};
