import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Account } from "./account.js";

@ObjectType({ description: "The account, as it is now.", simpleResolvers: true })
export class AccountPayload {
  @Field(() => Account, { nullable: true, description: "The account 账号." })
  @Classified(Grade.INTERNAL)
  account?: Account | null;
}
