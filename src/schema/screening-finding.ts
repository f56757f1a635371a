import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Severity } from "../domain/screening-severity.js";

@ObjectType({
  description: "What screening on arrival noticed 筛查结果 (SP8). Quotes no value.",
  simpleResolvers: true,
})
export class ScreeningFinding {
  @Field(() => String, { nullable: true, description: "Rule that spoke." })
  @Classified(Grade.RECORD)
  rule?: string | null;

  @Field(() => Severity, { nullable: true, description: "How much it weighs." })
  @Classified(Grade.RECORD)
  severity?: Severity | null;

  @Field(() => String, { nullable: true, description: "Field it is about; null for the record as a whole." })
  @Classified(Grade.RECORD)
  field?: string | null;

  @Field(() => String, { nullable: true, description: "What is wrong and what would be right." })
  @Classified(Grade.RECORD)
  message?: string | null;

  @Field(() => String, { nullable: true, description: "Clause of the policy." })
  @Classified(Grade.RECORD)
  clause?: string | null;

  @Field(() => String, { nullable: true, description: "Why a reviewer overrode it." })
  @Classified(Grade.RECORD)
  overrideReason?: string | null;
}
