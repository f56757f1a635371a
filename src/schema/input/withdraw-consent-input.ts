import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "A person takes back their consent 撤回同意 (SP4)." })
export class WithdrawConsentInput {
  @Field(() => ID, { description: "Consent." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was read in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { description: "Why, or how the person asked for it. 1,000 characters." })
  @Classified(Grade.CONTACT)
  reason: string;
}
