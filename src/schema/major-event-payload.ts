import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { MajorEvent } from "./major-event.js";
import { VerificationTask } from "./verification-task.js";

@ObjectType({ description: "The event as it was reported.", simpleResolvers: true })
export class MajorEventPayload {
  @Field(() => MajorEvent, { nullable: true, description: "The event 重大事项." })
  @Classified(Grade.INTERNAL)
  event?: MajorEvent | null;

  @Field(() => VerificationTask, {
    nullable: true,
    description:
      "The urgent task it opened 紧急核实任务, or joined: one that an earlier event of its kind and reporter had opened over the same record, and nobody had taken up; null where nothing was in force.",
  })
  @Classified(Grade.INTERNAL)
  task?: VerificationTask | null;
}
