import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { FindingReason, FindingResult } from "../domain/task.js";

@ObjectType({ description: "What a verifier found about one field 核实结论.", simpleResolvers: true })
export class Finding {
  @Field(() => String, { nullable: true, description: "Field that was verified." })
  @Classified(Grade.RECORD)
  field?: string | null;

  @Field(() => FindingResult, { nullable: true, description: "What was found." })
  @Classified(Grade.RECORD)
  result?: FindingResult | null;

  @Field(() => FindingReason, { nullable: true, description: "Why it is as it is." })
  @Classified(Grade.RECORD)
  reason?: FindingReason | null;

  @Field(() => String, { nullable: true, description: "Who was asked." })
  @Classified(Grade.RECORD)
  sourceParty?: string | null;

  @Field(() => String, { nullable: true, description: "Note of the verifier." })
  @Classified(Grade.RECORD)
  note?: string | null;
}
