import { Field, Float, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { MissingItem } from "./missing-item.js";

@ObjectType({ description: "How complete a customer's archive is 完整度 (SP1).", simpleResolvers: true })
export class Completeness {
  @Field(() => Float, {
    description:
      "0 to 1: the mean over the categories the checklist expects; one in force counts by the share of its expected PUBLIC and INTERNAL fields that are filled. The same for every role.",
  })
  @Classified(Grade.INTERNAL)
  score: number;

  @Field(() => [MissingItem], {
    description: "What is missing: categories, and of those in force the expected fields.",
  })
  @Classified(Grade.INTERNAL)
  missing: MissingItem[];
}
