import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CreditRating } from "../domain/credit.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";
import { Money } from "./money.js";
import { DateScalar, DecimalScalar } from "./scalars.js";

@ObjectType({ implements: InformationRecord, description: "A credit assessment 信用评估.", simpleResolvers: true })
export class CreditAssessment extends InformationRecord {
  @Field(() => CreditRating, { nullable: true, description: "Rating 信用等级." })
  @Classified(Grade.CREDIT)
  rating?: CreditRating | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Score 信用评分, 0 to 100." })
  @Classified(Grade.CREDIT)
  score?: string | null;

  @Field(() => Money, { nullable: true, description: "Credit limit 授信额度." })
  @Classified(Grade.CREDIT, { masked: true })
  creditLimit?: Money | null;

  @Field(() => Int, { nullable: true, description: "Payment term 账期, in days." })
  @Classified(Grade.CREDIT)
  paymentTermDays?: number | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity 有效期至." })
  @Classified(Grade.CREDIT)
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: "Why the analyst decided so 评估说明." })
  @Classified(Grade.CREDIT)
  rationale?: string | null;

  @Field(() => String, { nullable: true, description: "Version of the scorecard 评分卡版本." })
  @Classified(Grade.CREDIT)
  scorecardVersion?: string | null;
}
