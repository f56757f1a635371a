import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { DateScalar, DecimalScalar } from "../scalars.js";
import { type CollectInput, Collecting } from "./collect-input.js";
import { MoneyInput } from "./money-input.js";
import type { SourceInput } from "./source-input.js";

@InputType({ description: "A transaction with us and how it was performed 交易与履约记录. Key information (SP2)." })
@Collecting
export class CollectTransactionInput implements CollectInput {
  customerId: string;
  source: SourceInput;
  validFrom?: string | null;
  validTo?: string | null;
  corrects?: string | null;

  @Field(() => String, { description: "Contract number 合同编号." })
  @Classified(Grade.COMMERCIAL)
  contractNumber: string;

  @Field(() => DateScalar, { description: "Day of the transaction 交易日期." })
  @Classified(Grade.COMMERCIAL)
  occurredOn: string;

  @Field(() => MoneyInput, { description: "Amount 交易金额; its currency has to be known." })
  @Classified(Grade.COMMERCIAL)
  amount: MoneyInput;

  @Field(() => DateScalar, { nullable: true, description: "Day payment is due 应付日期." })
  @Classified(Grade.COMMERCIAL)
  dueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of settlement 结清日期; leave it out while open." })
  @Classified(Grade.COMMERCIAL)
  settledOn?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Settled so far 已结金额, in the currency of amount." })
  @Classified(Grade.COMMERCIAL)
  settledAmount?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is disputed 是否有争议." })
  @Classified(Grade.COMMERCIAL)
  disputed?: boolean | null;

  @Field(() => String, { nullable: true, description: "How the contract was performed 履约情况." })
  @Classified(Grade.COMMERCIAL)
  performance?: string | null;
}
