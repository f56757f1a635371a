import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

import {
  BooleanFilter,
  DateFilter,
  DecimalFilter,
  type Operators,
  RecordStatusFilter,
  StringFilter,
} from "./operators.js";

@InputType({ description: "Conditions on transactions in force; all that are given must hold." })
export class TransactionFilter {
  @Field(() => RecordStatusFilter, { nullable: true, description: "Status." })
  @Classified(Grade.INTERNAL)
  status?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Contract number." })
  @Classified(Grade.COMMERCIAL)
  contractNumber?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "Day of the transaction." })
  @Classified(Grade.COMMERCIAL)
  occurredOn?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "Day payment is due." })
  @Classified(Grade.COMMERCIAL)
  dueOn?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "Day of settlement." })
  @Classified(Grade.COMMERCIAL)
  settledOn?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Amount, in units of its currency." })
  @Classified(Grade.COMMERCIAL)
  amount?: Operators | null;

  @Field(() => BooleanFilter, { nullable: true, description: "Whether disputed." })
  @Classified(Grade.COMMERCIAL)
  disputed?: Operators | null;

  @Field(() => [TransactionFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: TransactionFilter[] | null;

  @Field(() => [TransactionFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: TransactionFilter[] | null;

  @Field(() => TransactionFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: TransactionFilter | null;
}
