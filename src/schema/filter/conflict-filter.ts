import { Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { CustomerFilter } from "./customer-filter.js";
import { BooleanFilter, CategoryCodeFilter, DateTimeFilter, IdFilter, type Operators } from "./operators.js";

@InputType({ description: "Conditions on conflicts; all that are given must hold." })
export class ConflictFilter {
  @Field(() => IdFilter, { nullable: true, description: "Id." })
  @Classified(Grade.INTERNAL)
  id?: Operators | null;

  @Field(() => BooleanFilter, { nullable: true, description: "Whether it waits to be resolved." })
  @Classified(Grade.INTERNAL)
  open?: Operators | null;

  @Field(() => CategoryCodeFilter, { nullable: true, description: "Category of its records." })
  @Classified(Grade.INTERNAL)
  category?: Operators | null;

  @Field(() => IdFilter, { nullable: true, description: "Customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customerId?: Operators | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "When it was found." })
  @Classified(Grade.INTERNAL)
  openedAt?: Operators | null;

  @Field(() => CustomerFilter, { nullable: true, description: "Conditions on the customer it belongs to." })
  @Classified(Grade.INTERNAL)
  customer?: CustomerFilter | null;

  @Field(() => [ConflictFilter], { nullable: true, description: "All of these hold." })
  @Classified(Grade.CARRIED)
  and?: ConflictFilter[] | null;

  @Field(() => [ConflictFilter], {
    nullable: true,
    description: "At least one of these holds; an empty list holds for nothing.",
  })
  @Classified(Grade.CARRIED)
  or?: ConflictFilter[] | null;

  @Field(() => ConflictFilter, { nullable: true, description: "This does not hold." })
  @Classified(Grade.CARRIED)
  not?: ConflictFilter | null;
}
