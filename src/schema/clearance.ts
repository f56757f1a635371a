import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Disclosure } from "../domain/disclosure.js";
import { Grade } from "../domain/grade.js";

@ObjectType({ description: "How much of one grade of fact is shown to a role 密级权限.", simpleResolvers: true })
export class Clearance {
  @Field(() => Grade, { description: "The grade 密级." })
  @Classified(Grade.CARRIED)
  grade: Grade;

  @Field(() => Disclosure, { description: "How much of it is shown." })
  @Classified(Grade.CARRIED)
  level: Disclosure;
}
