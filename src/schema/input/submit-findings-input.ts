import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { FindingReason, FindingResult } from "../../domain/task.js";
import { ObservedInput } from "./observed-input.js";

@InputType({ description: "What was found about one field of one record 核实结论." })
class FindingInput {
  @Field(() => ID, { description: "Record of the task." })
  @Classified(Grade.INTERNAL)
  recordId: string;

  @Field(() => String, {
    description:
      "Field of the record that is filled and that its category says is `verified` (InformationCategory.fields).",
  })
  @Classified(Grade.INTERNAL)
  field: string;

  @Field(() => FindingResult, { description: "What was found." })
  @Classified(Grade.INTERNAL)
  result: FindingResult;

  @Field(() => FindingReason, {
    nullable: true,
    description: "Why it is as it is, of the codes that go with the result; may be left out for CONFIRMED.",
  })
  @Classified(Grade.INTERNAL)
  reason?: FindingReason | null;

  @Field(() => String, {
    nullable: true,
    description: "Who said so: required for CONFIRMED and CONTRADICTED. 200 characters.",
  })
  @Classified(Grade.INTERNAL)
  sourceParty?: string | null;

  @Field(() => String, { nullable: true, description: "Note in words of one's own. 4000 characters." })
  @Classified(Grade.INTERNAL)
  note?: string | null;

  @Field(() => ObservedInput, { nullable: true, description: "With CONTRADICTED: what was observed instead." })
  @Classified(Grade.INTERNAL)
  observed?: ObservedInput | null;
}

@InputType({
  description: "The findings of a task 提交核实结论: about each `verified` field its records fill exactly one.",
})
export class SubmitFindingsInput {
  @Field(() => ID, { description: "Task, on which the live claim is mine." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the change was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => [FindingInput], { description: "Findings." })
  @Classified(Grade.INTERNAL)
  findings: FindingInput[];
}
