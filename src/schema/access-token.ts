import { Field, ID, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Account } from "./account.js";
import { DateTimeScalar } from "./scalars.js";

/** Not a Node: it is reached from its account, by whoever administers accounts. */
@ObjectType({ description: "The token of a reporting tool 访问令牌; not the secret itself.", simpleResolvers: true })
export class AccessToken {
  @Field(() => ID, { description: "Id, to revoke it by." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => String, { description: "What it is for." })
  @Classified(Grade.INTERNAL)
  name: string;

  @Field(() => DateTimeScalar, { description: "When it was issued." })
  @Classified(Grade.INTERNAL)
  createdAt: string;

  @Field(() => DateTimeScalar, { description: "When it stops." })
  @Classified(Grade.INTERNAL)
  expiresAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it is revoked; null while it is not." })
  @Classified(Grade.INTERNAL)
  revokedAt?: string | null;
}

@ObjectType({ description: "A token, shown once.", simpleResolvers: true })
export class IssueTokenPayload {
  @Field(() => String, { description: "To be sent as `Authorization: Bearer …`. Kept nowhere." })
  @Classified(Grade.CARRIED)
  token: string;

  @Field(() => ID, { description: "Id, to revoke it by." })
  @Classified(Grade.CARRIED)
  id: string;
}

@ObjectType({ description: "The account whose token was revoked, as it is now.", simpleResolvers: true })
export class RevokeTokenPayload {
  @Field(() => Account, { nullable: true, description: "The account 账号." })
  @Classified(Grade.INTERNAL)
  account?: Account | null;
}
