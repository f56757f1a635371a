import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { CustomerFilter } from "./customer-filter.js";
import {
  BooleanFilter,
  DateFilter,
  DecimalFilter,
  IdentifierFilter,
  IdFilter,
  type Operators,
  RecordStatusFilter,
  StringFilter,
} from "./operators.js";

@InputType({ description: "Conditions on financial statements in force; all that are given must hold." })
export class FinancialStatementFilter {
  @Field(() => IdFilter, { nullable: true, description: "Id." })
  @Classified(Grade.INTERNAL)
  id?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customerId?: Operators | null;

  @Field(() => RecordStatusFilter, { nullable: true, description: "Status." })
  @Classified(Grade.INTERNAL)
  status?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "First day of the period." })
  @Classified(Grade.INTERNAL)
  periodStart?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "Last day of the period." })
  @Classified(Grade.INTERNAL)
  periodEnd?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Total assets, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  totalAssets?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Total liabilities, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  totalLiabilities?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Equity, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  equity?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Revenue, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  revenue?: Operators | null;

  @Field(() => DecimalFilter, {
    nullable: true,
    description: "Revenue of the main business, in units of the currency.",
  })
  @Classified(Grade.FINANCIAL)
  mainRevenue?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Profit before tax, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  profitBeforeTax?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Net profit, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  netProfit?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Tax paid, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  taxPaid?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Guarantees given, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  guaranteesGiven?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Operating cash flow, in units of the currency." })
  @Classified(Grade.FINANCIAL)
  operatingCashFlow?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Currency." })
  @Classified(Grade.FINANCIAL)
  currency?: Operators | null;

  @Field(() => BooleanFilter, { nullable: true, description: "Whether audited." })
  @Classified(Grade.FINANCIAL)
  audited?: Operators | null;

  @Field(() => IdentifierFilter, { nullable: true, description: "Bank account 银行账号." })
  @Classified(Grade.IDENTITY)
  bankAccount?: Operators | null;

  @Field(() => CustomerFilter, { nullable: true, description: "Conditions on the customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customer?: CustomerFilter | null;

  @Field(() => [FinancialStatementFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: FinancialStatementFilter[] | null;

  @Field(() => [FinancialStatementFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: FinancialStatementFilter[] | null;

  @Field(() => FinancialStatementFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: FinancialStatementFilter | null;
}
