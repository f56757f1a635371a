import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { RiskClass } from "../domain/credit.js";
import { CustomerKind, CustomerStatus, Importance } from "../domain/customer.js";
import { Grade } from "../domain/grade.js";
import { Node } from "./node.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({ implements: Node, description: "A customer and its credit archive 客户信用档案.", simpleResolvers: true })
export class Customer extends Node {
  @Field(() => String, { description: "Customer code 客户编号, unique." })
  @Classified(Grade.PUBLIC)
  code: string;

  @Field(() => String, { description: "Name 客户名称." })
  @Classified(Grade.PUBLIC)
  name: string;

  @Field(() => String, { nullable: true, description: "Unified social credit code 统一社会信用代码." })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => CustomerKind, { description: "Kind." })
  @Classified(Grade.PUBLIC)
  kind: CustomerKind;

  @Field(() => Importance, { description: "How much depends on it." })
  @Classified(Grade.INTERNAL)
  importance: Importance;

  @Field(() => CustomerStatus, { description: "State of the relationship." })
  @Classified(Grade.INTERNAL)
  status: CustomerStatus;

  @Field(() => RiskClass, { nullable: true, description: "Risk class 风险分类: follows from the rating in force." })
  @Classified(Grade.CREDIT)
  riskClass?: RiskClass | null;

  @Field(() => String, { nullable: true, description: "Region 所在地区, GB/T 2260, six digits." })
  @Classified(Grade.PUBLIC)
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Industry 所属行业, GB/T 4754." })
  @Classified(Grade.PUBLIC)
  industry?: string | null;

  @Field(() => Int, { description: "Moves with the customer's own public and internal columns only." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => DateTimeScalar, { description: "When it was registered here." })
  @Classified(Grade.INTERNAL)
  createdAt: string;

  @Field(() => DateTimeScalar, { description: "When its own public or internal columns last changed." })
  @Classified(Grade.INTERNAL)
  updatedAt: string;
}
