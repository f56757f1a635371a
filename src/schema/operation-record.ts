import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";

@ObjectType({
  implements: InformationRecord,
  description: "How the customer operates 经营情况. A critical category.",
  simpleResolvers: true,
})
export class OperationRecord extends InformationRecord {
  @Field(() => String, { nullable: true, description: "Premises 经营场所." })
  @Classified(Grade.INTERNAL)
  premises?: string | null;

  @Field(() => String, { nullable: true, description: "Main products 主营产品." })
  @Classified(Grade.INTERNAL)
  mainProducts?: string | null;

  @Field(() => String, { nullable: true, description: "Main markets 主要市场." })
  @Classified(Grade.INTERNAL)
  mainMarkets?: string | null;

  @Field(() => String, { nullable: true, description: "Market position 市场地位." })
  @Classified(Grade.INTERNAL)
  marketPosition?: string | null;

  @Field(() => String, { nullable: true, description: "Competition 竞争状况." })
  @Classified(Grade.INTERNAL)
  competition?: string | null;

  @Field(() => String, { nullable: true, description: "Operating state 经营状态." })
  @Classified(Grade.COMMERCIAL)
  operatingState?: string | null;

  @Field(() => Int, { nullable: true, description: "Open lawsuits 涉诉数量." })
  @Classified(Grade.COMMERCIAL)
  litigationCount?: number | null;

  @Field(() => Int, { nullable: true, description: "Headcount 从业人数." })
  @Classified(Grade.FINANCIAL)
  employees?: number | null;
}
