import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Node } from "./node.js";

@ObjectType({ implements: Node, description: "A member of staff 工作人员 who did something.", simpleResolvers: true })
export class Person extends Node {
  @Field(() => String, { description: "Name shown to colleagues 显示名称." })
  @Classified(Grade.INTERNAL)
  displayName: string;
}
