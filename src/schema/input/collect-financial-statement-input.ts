import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar, DecimalScalar } from "../scalars.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({ description: "Financial state over a period 财务状况, as a source states it." })
@Collecting
export class CollectFinancialStatementInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => DateScalar, { description: "First day of the period." })
  @Classified(Grade.INTERNAL)
  periodStart: string;

  @Field(() => DateScalar, { description: "Last day of the period." })
  @Classified(Grade.INTERNAL)
  periodEnd: string;

  @Field(() => String, { description: "Currency of all figures, ISO 4217." })
  @Classified(Grade.FINANCIAL)
  currency: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Total assets." })
  @Classified(Grade.FINANCIAL)
  totalAssets?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Total liabilities." })
  @Classified(Grade.FINANCIAL)
  totalLiabilities?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Equity." })
  @Classified(Grade.FINANCIAL)
  equity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Revenue." })
  @Classified(Grade.FINANCIAL)
  revenue?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Revenue of the main business." })
  @Classified(Grade.FINANCIAL)
  mainRevenue?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Profit before tax." })
  @Classified(Grade.FINANCIAL)
  profitBeforeTax?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Net profit." })
  @Classified(Grade.FINANCIAL)
  netProfit?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Tax paid." })
  @Classified(Grade.FINANCIAL)
  taxPaid?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Guarantees given." })
  @Classified(Grade.FINANCIAL)
  guaranteesGiven?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Operating cash flow." })
  @Classified(Grade.FINANCIAL)
  operatingCashFlow?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether audited." })
  @Classified(Grade.FINANCIAL)
  audited?: boolean | null;

  @Field(() => String, { nullable: true, description: "Auditor." })
  @Classified(Grade.FINANCIAL)
  auditor?: string | null;

  @Field(() => String, { nullable: true, description: "Bank account." })
  @Classified(Grade.IDENTITY)
  bankAccount?: string | null;
}
