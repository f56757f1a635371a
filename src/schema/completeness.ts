import { Field, Float, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { MissingItem } from "./missing-item.js";

@ObjectType({ description: "How complete a customer's archive is 完整度 (SP1), by category.", simpleResolvers: true })
export class Completeness {
  @Field(() => Float, { description: "Share of the expected categories in force, 0 to 1." })
  @Classified(Grade.INTERNAL)
  score: number;

  @Field(() => [MissingItem], { description: "What is missing." })
  @Classified(Grade.INTERNAL)
  missing: MissingItem[];
}
