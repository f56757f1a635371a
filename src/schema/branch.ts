import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Node } from "./node.js";

@ObjectType({ implements: Node, description: "A branch 分支机构 of the company.", simpleResolvers: true })
export class Branch extends Node {
  @Field(() => String, { description: "Branch code 机构代码, unique." })
  @Classified(Grade.PUBLIC)
  code: string;

  @Field(() => String, { description: "Name 机构名称." })
  @Classified(Grade.PUBLIC)
  name: string;
}
