import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CategoryCode } from "../domain/category-code.js";
import { Importance } from "../domain/customer.js";
import { Grade } from "../domain/grade.js";

@ObjectType({
  description: "An information category 信息类别 with the policy's three axes of classification (SP5).",
  simpleResolvers: true,
})
export class InformationCategory {
  @Field(() => CategoryCode, { description: "Code." })
  @Classified(Grade.PUBLIC)
  code: CategoryCode;

  @Field(() => String, { description: "Name, English." })
  @Classified(Grade.PUBLIC)
  name: string;

  @Field(() => String, { description: "Name, Chinese." })
  @Classified(Grade.PUBLIC)
  nameZh: string;

  @Field(() => String, { description: "Nature of the information." })
  @Classified(Grade.PUBLIC)
  nature: string;

  @Field(() => Importance, { description: "Importance." })
  @Classified(Grade.PUBLIC)
  importance: Importance;

  @Field(() => String, { description: "Closeness to the business." })
  @Classified(Grade.PUBLIC)
  relevance: string;

  @Field(() => Boolean, { description: "Whether several channels must confirm it (SP2)." })
  @Classified(Grade.PUBLIC)
  critical: boolean;

  @Field(() => Int, { description: "Independent confirmations it needs." })
  @Classified(Grade.PUBLIC)
  minimumConfirmations: number;

  @Field(() => Int, { nullable: true, description: "Days between refreshes; null when an event triggers them." })
  @Classified(Grade.PUBLIC)
  refreshDays?: number | null;
}
