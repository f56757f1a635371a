import { Field, ID, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { MajorEventKind } from "../../domain/task.js";
import { DateScalar } from "../scalars.js";

@InputType({ description: "A major event 重大事项 (SP3)." })
export class ReportMajorEventInput {
  @Field(() => ID, { description: "Customer." })
  @Classified(Grade.INTERNAL)
  customerId: string;

  // Whoever may report an event need not be able to read those of others.
  @Field(() => MajorEventKind, { description: "What happened." })
  @Classified(Grade.INTERNAL)
  kind: MajorEventKind;

  @Field(() => String, { description: "In words. 2,000 characters." })
  @Classified(Grade.INTERNAL)
  description: string;

  @Field(() => DateScalar, { description: "Day it happened; not in the future." })
  @Classified(Grade.INTERNAL)
  occurredOn: string;
}
