import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";
import { Money } from "./money.js";
import { DateScalar } from "./scalars.js";

@ObjectType({
  implements: InformationRecord,
  description:
    "Financial state over a period 财务状况. A critical category; its figures are the sensitive financial set.",
  simpleResolvers: true,
})
export class FinancialStatement extends InformationRecord {
  @Field(() => DateScalar, { nullable: true, description: "First day of the period 会计期间起." })
  @Classified(Grade.INTERNAL)
  periodStart?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day of the period 会计期间止." })
  @Classified(Grade.INTERNAL)
  periodEnd?: string | null;

  @Field(() => Money, { nullable: true, description: "Total assets 资产总额." })
  @Classified(Grade.FINANCIAL, { masked: true })
  totalAssets?: Money | null;

  @Field(() => Money, { nullable: true, description: "Total liabilities 负债总额." })
  @Classified(Grade.FINANCIAL, { masked: true })
  totalLiabilities?: Money | null;

  @Field(() => Money, { nullable: true, description: "Equity 所有者权益." })
  @Classified(Grade.FINANCIAL, { masked: true })
  equity?: Money | null;

  @Field(() => Money, { nullable: true, description: "Revenue 营业总收入." })
  @Classified(Grade.FINANCIAL, { masked: true })
  revenue?: Money | null;

  @Field(() => Money, { nullable: true, description: "Revenue of the main business 主营业务收入." })
  @Classified(Grade.FINANCIAL, { masked: true })
  mainRevenue?: Money | null;

  @Field(() => Money, { nullable: true, description: "Profit before tax 利润总额." })
  @Classified(Grade.FINANCIAL, { masked: true })
  profitBeforeTax?: Money | null;

  @Field(() => Money, { nullable: true, description: "Net profit 净利润." })
  @Classified(Grade.FINANCIAL, { masked: true })
  netProfit?: Money | null;

  @Field(() => Money, { nullable: true, description: "Tax paid 纳税总额." })
  @Classified(Grade.FINANCIAL, { masked: true })
  taxPaid?: Money | null;

  @Field(() => Money, { nullable: true, description: "Guarantees given 对外担保." })
  @Classified(Grade.FINANCIAL, { masked: true })
  guaranteesGiven?: Money | null;

  @Field(() => Money, { nullable: true, description: "Operating cash flow 经营现金流." })
  @Classified(Grade.FINANCIAL, { masked: true })
  operatingCashFlow?: Money | null;

  @Field(() => String, { nullable: true, description: "Currency of all figures 币种, ISO 4217." })
  @Classified(Grade.FINANCIAL)
  currency?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether audited 是否审计." })
  @Classified(Grade.FINANCIAL)
  audited?: boolean | null;

  @Field(() => String, { nullable: true, description: "Auditor 审计机构." })
  @Classified(Grade.FINANCIAL)
  auditor?: string | null;

  @Field(() => String, { nullable: true, description: "Bank account 银行账号. Masked: the last four." })
  @Classified(Grade.IDENTITY, { masked: true })
  bankAccount?: string | null;
}
