import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import {
  AccessExitFilter,
  AccessOutcomeFilter,
  BooleanFilter,
  DateTimeFilter,
  DisclosureFilter,
  GradeFilter,
  IdFilter,
  type Operators,
  PurposeFilter,
  RoleFilter,
  StringFilter,
  UseFilter,
} from "./operators.js";

@InputType({ description: "Conditions on one coordinate an operation used; all that are given hold for the same one." })
class AccessReadFilter {
  @Field(() => StringFilter, { nullable: true, description: "Coordinate, such as FinancialStatement.revenue." })
  @Classified(Grade.INTERNAL)
  coordinate?: Operators | null;

  @Field(() => UseFilter, { nullable: true, description: "What it was used for." })
  @Classified(Grade.INTERNAL)
  use?: Operators | null;

  @Field(() => GradeFilter, { nullable: true, description: "Its grade." })
  @Classified(Grade.INTERNAL)
  grade?: Operators | null;

  @Field(() => DisclosureFilter, { nullable: true, description: "How much of it was open." })
  @Classified(Grade.INTERNAL)
  level?: Operators | null;
}

@InputType({ description: "Conditions on the customers an operation touched; all that are given must hold." })
class TouchedCustomerFilter {
  @Field(() => ID, { nullable: true, description: "This one among them." })
  @Classified(Grade.CARRIED)
  eq?: string | null;

  @Field(() => [ID], { nullable: true, description: "One of these among them." })
  @Classified(Grade.CARRIED)
  in?: string[] | null;
}

@InputType({ description: "Conditions on entries of the read ledger; all that are given must hold." })
export class AccessEventFilter {
  @Field(() => DateTimeFilter, { nullable: true, description: "When it was asked." })
  @Classified(Grade.INTERNAL)
  occurredAt?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Who asked." })
  @Classified(Grade.INTERNAL)
  accountId?: Operators | null;

  @Field(() => RoleFilter, { nullable: true, description: "The role it was asked in." })
  @Classified(Grade.INTERNAL)
  role?: Operators | null;

  @Field(() => PurposeFilter, { nullable: true, description: "What it was asked for." })
  @Classified(Grade.INTERNAL)
  purpose?: Operators | null;

  @Field(() => AccessExitFilter, { nullable: true, description: "The way the answer left by." })
  @Classified(Grade.INTERNAL)
  exit?: Operators | null;

  @Field(() => AccessOutcomeFilter, { nullable: true, description: "How it ended." })
  @Classified(Grade.INTERNAL)
  outcome?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Name of the operation." })
  @Classified(Grade.INTERNAL)
  operationName?: Operators | null;

  @Field(() => StringFilter, { nullable: true, description: "Id or hash of the operation." })
  @Classified(Grade.INTERNAL)
  operationHash?: Operators | null;

  @Field(() => TouchedCustomerFilter, {
    nullable: true,
    description: "The customers named in it. Where namesAll is false it may have spoken of others: ask for these, too.",
  })
  @Classified(Grade.INTERNAL)
  customerId?: TouchedCustomerFilter | null;

  @Field(() => BooleanFilter, { nullable: true, description: "Whether it spoke of none but the customers it names." })
  @Classified(Grade.INTERNAL)
  namesAll?: Operators | null;

  @Field(() => AccessReadFilter, { nullable: true, description: "It used a coordinate for which this holds." })
  @Classified(Grade.INTERNAL)
  reads?: AccessReadFilter | null;

  @Field(() => [AccessEventFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: AccessEventFilter[] | null;

  @Field(() => [AccessEventFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: AccessEventFilter[] | null;

  @Field(() => AccessEventFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: AccessEventFilter | null;
}
