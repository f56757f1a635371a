import { Field, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({
  description: "How the customer operates 经营情况. Key information: verified through several channels (SP2).",
})
@Collecting
export class CollectOperationInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => String, { description: "Operating state 经营状态." })
  @Classified(Grade.COMMERCIAL)
  operatingState: string;

  @Field(() => Int, { nullable: true, description: "Open lawsuits 涉诉数量, 0 or more." })
  @Classified(Grade.COMMERCIAL)
  litigationCount?: number | null;

  @Field(() => Int, { nullable: true, description: "Headcount 从业人数, 0 or more." })
  @Classified(Grade.FINANCIAL)
  employees?: number | null;

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
}
