import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";

import {
  CreditRatingFilter,
  CustomerKindFilter,
  CustomerStatusFilter,
  DateTimeFilter,
  DecimalFilter,
  IdFilter,
  ImportanceFilter,
  type Operators,
  RiskClassFilter,
  StringFilter,
} from "./operators.js";

@InputType({ description: "Conditions on customers; all that are given must hold." })
export class CustomerFilter {
  @Field(() => IdFilter, { nullable: true, description: "Id." })
  @Classified(Grade.INTERNAL)
  id?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Customer code." })
  @Classified(Grade.PUBLIC)
  code?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Name." })
  @Classified(Grade.PUBLIC)
  name?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Unified social credit code." })
  @Classified(Grade.PUBLIC)
  uscc?: Operators | null;

  @Field(() => CustomerKindFilter, { nullable: true, description: "Kind." })
  @Classified(Grade.PUBLIC)
  kind?: Operators | null;

  @Field(() => ImportanceFilter, { nullable: true, description: "Importance." })
  @Classified(Grade.INTERNAL)
  importance?: Operators | null;

  @Field(() => CustomerStatusFilter, { nullable: true, description: "State of the relationship." })
  @Classified(Grade.INTERNAL)
  status?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Region; startsWith takes a province or city." })
  @Classified(Grade.PUBLIC)
  region?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Industry." })
  @Classified(Grade.PUBLIC)
  industry?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Code of the branch." })
  @Classified(Grade.INTERNAL)
  branchCode?: Operators | null;

  @Field(() => RiskClassFilter, { nullable: true, description: "Risk class." })
  @Classified(Grade.CREDIT)
  riskClass?: Operators | null;

  @Field(() => CreditRatingFilter, { nullable: true, description: "Rating in force." })
  @Classified(Grade.CREDIT)
  creditRating?: Operators | null;

  @Field(() => DecimalFilter, { nullable: true, description: "Credit limit in force, in units of its currency." })
  @Classified(Grade.CREDIT)
  creditLimit?: Operators | null;

  @Field(() => DecimalFilter, {
    nullable: true,
    description: "Revenue of the newest archived statement, in units of its currency.",
  })
  @Classified(Grade.FINANCIAL)
  revenue?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When it was registered here." })
  @Classified(Grade.INTERNAL)
  createdAt?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When its own columns last changed." })
  @Classified(Grade.INTERNAL)
  updatedAt?: Operators | null;

  @Field(() => [CustomerFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: CustomerFilter[] | null;

  @Field(() => [CustomerFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: CustomerFilter[] | null;

  @Field(() => CustomerFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: CustomerFilter | null;
}
