import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { CreditRating } from "../domain/credit.js";
import { Grade } from "../domain/grade.js";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "A line of the score card: a fact, its points, and why.", simpleResolvers: true })
class ScoreLine {
  @Field(() => String, { description: "Fact, as the score card names it." })
  @Classified(Grade.CARRIED)
  fact: string;

  @Field(() => Int, { description: "Points given; 0 for what no verified record says." })
  @Classified(Grade.CARRIED)
  points: number;

  @Field(() => Int, { description: "Points there are for it." })
  @Classified(Grade.CARRIED)
  most: number;

  @Field(() => String, { description: "Why." })
  @Classified(Grade.CARRIED)
  reason: string;

  @Field(() => String, { description: "Clause of the policy it rests on." })
  @Classified(Grade.CARRIED)
  clause: string;
}

@ObjectType({
  description:
    "What the score card proposes 信用评级建议, from verified records only. An analyst decides, with a rationale.",
  simpleResolvers: true,
})
export class CreditProposal {
  @Field(() => Int, { nullable: true, description: "Score 信用评分, 0 to 100: the sum of the lines." })
  @Classified(Grade.CREDIT)
  score?: number | null;

  @Field(() => CreditRating, { nullable: true, description: "Rating 信用等级." })
  @Classified(Grade.CREDIT)
  rating?: CreditRating | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it would be better than A, were operation, finances and transactions all verified.",
  })
  @Classified(Grade.CREDIT)
  capped?: boolean | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Credit limit 信用额度, in units of the currency; null without a verified statement.",
  })
  @Classified(Grade.CREDIT)
  creditLimit?: string | null;

  @Field(() => String, { nullable: true, description: "Currency of the limit, ISO 4217." })
  @Classified(Grade.CREDIT)
  currency?: string | null;

  @Field(() => [ScoreLine], { nullable: true, description: "How the score comes about, line by line." })
  @Classified(Grade.CREDIT)
  lines?: readonly ScoreLine[] | null;

  @Field(() => String, { nullable: true, description: "Version of the score card 评分卡版本." })
  @Classified(Grade.CREDIT)
  scorecardVersion?: string | null;
}
