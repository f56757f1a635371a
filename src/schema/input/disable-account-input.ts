import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

@InputType({ description: "An account to be disabled 停用账号." })
export class DisableAccountInput {
  @Field(() => ID, { description: "Person whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, {
    description: "Version of the account it was seen in, 1 when it was made; a stale one is refused.",
  })
  @Classified(Grade.INTERNAL)
  version: number;
}
