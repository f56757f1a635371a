import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { DecimalScalar } from "./scalars.js";

@ObjectType({ description: "An amount of money, exact. Masked, only its band is shown.", simpleResolvers: true })
export class Money {
  @Field(() => DecimalScalar, { nullable: true, description: "Amount in units of the currency; null when masked." })
  @Classified(Grade.CARRIED)
  amount?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 4217 code; null when unknown, or masked." })
  @Classified(Grade.CARRIED)
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Band in units of the currency: `<1M`, `1M–5M`, `5M–20M`, `20M–100M`, `≥100M`.",
  })
  @Classified(Grade.CARRIED)
  band?: string | null;
}
