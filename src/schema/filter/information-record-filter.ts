import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { CustomerFilter } from "./customer-filter.js";
import {
  CategoryCodeFilter,
  ChannelFilter,
  DateFilter,
  DateTimeFilter,
  IdentifierFilter,
  IdFilter,
  type Operators,
  RecordStatusFilter,
} from "./operators.js";

@InputType({ description: "Conditions on records of all categories; all that are given must hold." })
export class InformationRecordFilter {
  @Field(() => IdFilter, { nullable: true, description: "Id." })
  @Classified(Grade.INTERNAL)
  id?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customerId?: Operators | null;

  @Field(() => CategoryCodeFilter, { nullable: true, description: "Category." })
  @Classified(Grade.INTERNAL)
  category?: Operators | null;

  @Field(() => RecordStatusFilter, { nullable: true, description: "Status." })
  @Classified(Grade.INTERNAL)
  status?: Operators | null;

  @Field(() => ChannelFilter, { nullable: true, description: "Channel of collection." })
  @Classified(Grade.INTERNAL)
  channel?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Who collected it." })
  @Classified(Grade.INTERNAL)
  collectedById?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When it was collected." })
  @Classified(Grade.INTERNAL)
  collectedAt?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When the archive learnt of it." })
  @Classified(Grade.INTERNAL)
  recordedAt?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "First day of validity." })
  @Classified(Grade.INTERNAL)
  validFrom?: Operators | null;

  @Field(() => DateFilter, { nullable: true, description: "End of validity." })
  @Classified(Grade.INTERNAL)
  validTo?: Operators | null;

  @Field(() => IdentifierFilter, { nullable: true, description: "Identity number 身份证号 of a contact." })
  @Classified(Grade.IDENTITY)
  idNumber?: Operators | null;

  @Field(() => IdentifierFilter, { nullable: true, description: "Bank account 银行账号 of a financial statement." })
  @Classified(Grade.IDENTITY)
  bankAccount?: Operators | null;

  @Field(() => CustomerFilter, { nullable: true, description: "Conditions on the customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customer?: CustomerFilter | null;

  @Field(() => [InformationRecordFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: InformationRecordFilter[] | null;

  @Field(() => [InformationRecordFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: InformationRecordFilter[] | null;

  @Field(() => InformationRecordFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: InformationRecordFilter | null;
}
