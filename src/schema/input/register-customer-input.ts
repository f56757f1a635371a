import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { CustomerKind, CustomerStatus, Importance } from "../../domain/customer.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "A new customer 登记客户, in the branch of whoever registers it." })
export class RegisterCustomerInput {
  @Field(() => String, { description: "Name, 200 characters at most." })
  @Classified(Grade.PUBLIC)
  name: string;

  @Field(() => CustomerKind, { description: "Kind." })
  @Classified(Grade.PUBLIC)
  kind: CustomerKind;

  @Field(() => Importance, { description: "How much depends on it." })
  @Classified(Grade.INTERNAL)
  importance: Importance;

  @Field(() => CustomerStatus, { nullable: true, description: "State of the relationship; PROSPECT unless said." })
  @Classified(Grade.INTERNAL)
  status?: CustomerStatus | null;

  @Field(() => String, {
    nullable: true,
    description: "Customer code, unique: capitals, digits, hyphens, 32 at most; generated unless given.",
  })
  @Classified(Grade.PUBLIC)
  code?: string | null;

  @Field(() => String, { nullable: true, description: "Unified social credit code, unique within the branch." })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => String, { nullable: true, description: "Region, GB/T 2260, six digits." })
  @Classified(Grade.PUBLIC)
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Industry, GB/T 4754." })
  @Classified(Grade.PUBLIC)
  industry?: string | null;
}
