import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { MajorEventKind } from "../domain/task.js";
import { Node } from "./node.js";
import { DateScalar, DateTimeScalar } from "./scalars.js";

@ObjectType({
  implements: Node,
  description: "A change that is verified and filed at once 重大事项 (SP3).",
  simpleResolvers: true,
})
export class MajorEvent extends Node {
  @Field(() => MajorEventKind, { nullable: true, description: "What happened." })
  @Classified(Grade.RECORD)
  kind?: MajorEventKind | null;

  @Field(() => String, { nullable: true, description: "In words." })
  @Classified(Grade.RECORD)
  description?: string | null;

  @Field(() => DateScalar, { description: "Day it happened." })
  @Classified(Grade.INTERNAL)
  occurredOn: string;

  @Field(() => DateTimeScalar, { description: "When it was reported." })
  @Classified(Grade.INTERNAL)
  reportedAt: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When what was collected after it was archived; null while open.",
  })
  @Classified(Grade.INTERNAL)
  closedAt?: string | null;
}
