import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "A customer that goes to another branch 客户移交." })
export class TransferCustomerInput {
  @Field(() => ID, { description: "Customer." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the change was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { description: "Code of the branch that looks after it from now on." })
  @Classified(Grade.INTERNAL)
  branchCode: string;

  @Field(() => String, {
    description: "Why: whoever takes up a task that lost its claim reads it as its `reason`. 1,000 characters.",
  })
  @Classified(Grade.INTERNAL)
  reason: string;
}
