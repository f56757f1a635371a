import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { InformationRecord } from "./information-record.js";
import { Money } from "./money.js";
import { DateScalar } from "./scalars.js";

@ObjectType({
  implements: InformationRecord,
  description: "A transaction and how it was performed 交易与履约记录. A critical category.",
  simpleResolvers: true,
})
export class TransactionRecord extends InformationRecord {
  @Field(() => String, { nullable: true, description: "Contract number 合同编号." })
  @Classified(Grade.COMMERCIAL)
  contractNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of the transaction 交易日期." })
  @Classified(Grade.COMMERCIAL)
  occurredOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day payment is due 应付日期." })
  @Classified(Grade.COMMERCIAL)
  dueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of settlement 结清日期; null while open." })
  @Classified(Grade.COMMERCIAL)
  settledOn?: string | null;

  @Field(() => Money, { nullable: true, description: "Amount 交易金额." })
  @Classified(Grade.COMMERCIAL, { masked: true })
  amount?: Money | null;

  @Field(() => Money, { nullable: true, description: "Settled so far 已结金额." })
  @Classified(Grade.COMMERCIAL, { masked: true })
  settledAmount?: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days overdue 逾期天数 as of today in the business time zone: computed, never stored; 0 when in time.",
  })
  @Classified(Grade.COMMERCIAL)
  overdueDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether disputed 是否存在争议." })
  @Classified(Grade.COMMERCIAL)
  disputed?: boolean | null;

  @Field(() => String, { nullable: true, description: "Performance of the contract 履约情况." })
  @Classified(Grade.COMMERCIAL)
  performance?: string | null;
}
