import { ArgsType, Field, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, description: "Rows from the front: 1 to 100; 20 when neither end is named." })
  @Classified(Grade.INTERNAL)
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only rows after this cursor." })
  @Classified(Grade.INTERNAL)
  after?: string | null;
}

@ArgsType()
export class PageArgs extends ForwardArgs {
  @Field(() => Int, { nullable: true, description: "Rows from the back: 1 to 100." })
  @Classified(Grade.INTERNAL)
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only rows before this cursor." })
  @Classified(Grade.INTERNAL)
  before?: string | null;
}
