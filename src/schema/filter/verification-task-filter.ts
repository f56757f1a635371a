import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { CustomerFilter } from "./customer-filter.js";
import {
  CategoryCodeFilter,
  DateTimeFilter,
  IdFilter,
  type Operators,
  PriorityFilter,
  TaskCauseFilter,
  TaskStatusFilter,
  VerificationMethodFilter,
} from "./operators.js";

@InputType({ description: "Conditions on verification tasks; all that are given must hold." })
export class VerificationTaskFilter {
  @Field(() => IdFilter, { nullable: true, description: "Id." })
  @Classified(Grade.INTERNAL)
  id?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customerId?: Operators | null;

  @Field(() => CategoryCodeFilter, { nullable: true, description: "Category of its records." })
  @Classified(Grade.INTERNAL)
  category?: Operators | null;

  @Field(() => TaskStatusFilter, { nullable: true, description: "State." })
  @Classified(Grade.INTERNAL)
  status?: Operators | null;

  @Field(() => VerificationMethodFilter, { nullable: true, description: "Method." })
  @Classified(Grade.INTERNAL)
  method?: Operators | null;

  @Field(() => TaskCauseFilter, { nullable: true, description: "Cause." })
  @Classified(Grade.INTERNAL)
  cause?: Operators | null;

  @Field(() => PriorityFilter, { nullable: true, description: "Priority." })
  @Classified(Grade.INTERNAL)
  priority?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Who holds it." })
  @Classified(Grade.INTERNAL)
  assigneeId?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When it is due." })
  @Classified(Grade.INTERNAL)
  dueAt?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When it was opened." })
  @Classified(Grade.INTERNAL)
  createdAt?: Operators | null;

  @Field(() => CustomerFilter, { nullable: true, description: "Conditions on the customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customer?: CustomerFilter | null;

  @Field(() => [VerificationTaskFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: VerificationTaskFilter[] | null;

  @Field(() => [VerificationTaskFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: VerificationTaskFilter[] | null;

  @Field(() => VerificationTaskFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: VerificationTaskFilter | null;
}
