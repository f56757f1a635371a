import { Field, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar, DecimalScalar } from "../scalars.js";

const MAYBE = { nullable: true } as const;

@InputType({
  description:
    "The value observed instead 实际情况: exactly one, that of the field the finding is about. It becomes a record of its own; an amount is in the currency of the record that was checked.",
})
export class ObservedInput {
  @Field(() => String, { ...MAYBE, description: "Registered name." })
  @Classified(Grade.PUBLIC)
  legalName?: string | null;

  @Field(() => String, { ...MAYBE, description: "Unified social credit code." })
  @Classified(Grade.PUBLIC)
  uscc?: string | null;

  @Field(() => String, { ...MAYBE, description: "Legal representative." })
  @Classified(Grade.PUBLIC)
  legalRepresentative?: string | null;

  @Field(() => String, { ...MAYBE, description: "Status in the register." })
  @Classified(Grade.PUBLIC)
  operatingStatus?: string | null;

  @Field(() => String, { ...MAYBE, description: "Name of the person." })
  @Classified(Grade.CONTACT)
  personName?: string | null;

  @Field(() => String, { ...MAYBE, description: "Mobile number." })
  @Classified(Grade.CONTACT)
  mobile?: string | null;

  @Field(() => String, { ...MAYBE, description: "How the business runs." })
  @Classified(Grade.COMMERCIAL)
  operatingState?: string | null;

  @Field(() => Int, { ...MAYBE, description: "Pending lawsuits." })
  @Classified(Grade.COMMERCIAL)
  litigationCount?: number | null;

  @Field(() => Int, { ...MAYBE, description: "Number of employees." })
  @Classified(Grade.FINANCIAL)
  employees?: number | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Total assets." })
  @Classified(Grade.FINANCIAL)
  totalAssets?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Total liabilities." })
  @Classified(Grade.FINANCIAL)
  totalLiabilities?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Equity." })
  @Classified(Grade.FINANCIAL)
  equity?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Revenue." })
  @Classified(Grade.FINANCIAL)
  revenue?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Net profit." })
  @Classified(Grade.FINANCIAL)
  netProfit?: string | null;

  @Field(() => String, { ...MAYBE, description: "Contract number." })
  @Classified(Grade.COMMERCIAL)
  contractNumber?: string | null;

  @Field(() => DateScalar, { ...MAYBE, description: "Day of the transaction." })
  @Classified(Grade.COMMERCIAL)
  occurredOn?: string | null;

  @Field(() => DateScalar, { ...MAYBE, description: "Day of settlement." })
  @Classified(Grade.COMMERCIAL)
  settledOn?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Amount." })
  @Classified(Grade.COMMERCIAL)
  amount?: string | null;

  @Field(() => DecimalScalar, { ...MAYBE, description: "Amount settled." })
  @Classified(Grade.COMMERCIAL)
  settledAmount?: string | null;
}
