import { Field, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { CreditRating } from "../../domain/credit.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar, DecimalScalar } from "../scalars.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import { MoneyInput } from "./money-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({
  description:
    "A credit assessment 信用评估. Its source is DATA_ANALYSIS, naming the records it rests on and the score card. Rated better than A only once key data are verified.",
})
@Collecting
export class AssessCreditInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => CreditRating, { description: "Rating 信用等级: never better than the score allows." })
  @Classified(Grade.CREDIT)
  rating: CreditRating;

  @Field(() => DecimalScalar, { description: "Score 信用评分, 0 to 100." })
  @Classified(Grade.CREDIT)
  score: string;

  @Field(() => String, { description: "Why 评估依据, in the analyst's words." })
  @Classified(Grade.CREDIT)
  rationale: string;

  @Field(() => MoneyInput, { nullable: true, description: "Credit limit 信用额度; its currency has to be known." })
  @Classified(Grade.CREDIT)
  creditLimit?: MoneyInput | null;

  @Field(() => Int, { nullable: true, description: "Payment term in days 账期（天）, 0 or more." })
  @Classified(Grade.CREDIT)
  paymentTermDays?: number | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day it holds 有效期至; credit is reviewed yearly." })
  @Classified(Grade.CREDIT)
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: "Version of the score card 评分卡版本 it follows." })
  @Classified(Grade.CREDIT)
  scorecardVersion?: string | null;
}
