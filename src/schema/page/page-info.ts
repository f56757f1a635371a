import { Field, ObjectType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@ObjectType({ description: "Where a page stands in its list (Relay cursor connections).", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows this page." })
  @Classified(Grade.INTERNAL)
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether something precedes this page." })
  @Classified(Grade.INTERNAL)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row; null on an empty page." })
  @Classified(Grade.INTERNAL)
  startCursor?: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last row; null on an empty page." })
  @Classified(Grade.INTERNAL)
  endCursor?: string | null;
}
