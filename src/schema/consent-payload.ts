import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Consent } from "./consent.js";

@ObjectType({ description: "The consent, as it is now.", simpleResolvers: true })
export class ConsentPayload {
  @Field(() => Consent, { nullable: true, description: "The consent 个人信息处理同意." })
  @Classified(Grade.INTERNAL)
  consent?: Consent | null;

  @Field(() => Int, { nullable: true, description: "How many records that stand on it are restricted 受限记录数." })
  @Classified(Grade.INTERNAL)
  restrictedRecords?: number | null;
}
