import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CategoryCode } from "../domain/category-code.js";
import { Grade } from "../domain/grade.js";

@ObjectType({ description: "One gap in a customer's archive, and what fills it.", simpleResolvers: true })
export class MissingItem {
  @Field(() => CategoryCode, { description: "Category it belongs to." })
  @Classified(Grade.INTERNAL)
  category: CategoryCode;

  @Field(() => String, {
    nullable: true,
    description:
      "Field no record in force fills, named only to whoever reads it in full; null: nothing of the category is in force.",
  })
  @Classified(Grade.INTERNAL)
  field?: string | null;

  @Field(() => String, { description: "Mutation that fills it." })
  @Classified(Grade.INTERNAL)
  mutation: string;
}
