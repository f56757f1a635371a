import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DecimalScalar } from "../scalars.js";

@InputType({ description: "An amount of money." })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: "Amount in units of the currency." })
  @Classified(Grade.CARRIED)
  amount: string;

  @Field(() => String, { nullable: true, description: "ISO 4217 code; leave it out when unknown." })
  @Classified(Grade.CARRIED)
  currency?: string | null;
}
