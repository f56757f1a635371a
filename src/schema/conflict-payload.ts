import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Conflict } from "./conflict.js";

@ObjectType({ description: "The conflict, as it is now.", simpleResolvers: true })
export class ConflictPayload {
  @Field(() => Conflict, { nullable: true, description: "The conflict 信息冲突." })
  @Classified(Grade.INTERNAL)
  conflict?: Conflict | null;
}
