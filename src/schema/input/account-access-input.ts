import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { ONE_TIME_PASSWORD_HOURS } from "../../domain/one-time-password.js";

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

@InputType({ description: "A disabled account to be enabled again 恢复账号; not one's own." })
export class EnableAccountInput {
  @Field(() => ID, { description: "Person whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version of the account it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;
}

@InputType({ description: "A one-time password for somebody who forgot theirs 重置密码; not for oneself." })
export class ResetPasswordInput {
  @Field(() => ID, { description: "Person whose account it is." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version of the account it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, {
    description: `One-time password, 8 to 128 characters, for ${ONE_TIME_PASSWORD_HOURS} hours; whoever signs in by it chooses their own.`,
  })
  @Classified(Grade.INTERNAL)
  password: string;
}
