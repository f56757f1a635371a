import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { Grade } from "../../domain/grade.js";

@InputType({
  description:
    "A change of a customer's own facts 变更客户. What is not named stays; null clears uscc, region and industry.",
})
export class UpdateCustomerInput {
  @Field(() => ID, { description: "Customer." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version the change was made from; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { nullable: true, description: "Name." })
  @Classified(Grade.PUBLIC)
  name?: string | null;

  @Field(() => CustomerKind, { nullable: true, description: "Kind." })
  @Classified(Grade.PUBLIC)
  kind?: CustomerKind | null;

  @Field(() => Importance, { nullable: true, description: "How much depends on it." })
  @Classified(Grade.INTERNAL)
  importance?: Importance | null;

  @Field(() => CustomerStatus, { nullable: true, description: "State of the relationship." })
  @Classified(Grade.INTERNAL)
  status?: CustomerStatus | null;

  @Field(() => String, { nullable: true, description: "Unified social credit code." })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => String, { nullable: true, description: "Region." })
  @Classified(Grade.PUBLIC)
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Industry." })
  @Classified(Grade.PUBLIC)
  industry?: string | null;
}
