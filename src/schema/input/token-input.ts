import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateTimeScalar } from "../scalars.js";

@InputType({ description: "A token for a reporting tool 签发令牌." })
export class IssueTokenInput {
  @Field(() => ID, { description: "Id of the person whose account the tool uses: one that holds REPORTER." })
  @Classified(Grade.INTERNAL)
  accountId: string;

  @Field(() => String, { description: "What it is for, 100 characters at most." })
  @Classified(Grade.INTERNAL)
  name: string;

  @Field(() => DateTimeScalar, { description: "When it stops: in the future, 366 days away at most." })
  @Classified(Grade.INTERNAL)
  expiresAt: string;
}

@InputType({ description: "A token that is to stop 吊销令牌." })
export class RevokeTokenInput {
  @Field(() => ID, { description: "Id of the token, as its account lists it." })
  @Classified(Grade.INTERNAL)
  id: string;
}
