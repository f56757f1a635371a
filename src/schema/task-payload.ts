import { Field, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { VerificationTask } from "./verification-task.js";

@ObjectType({ description: "The task, as it is now.", simpleResolvers: true })
export class TaskPayload {
  @Field(() => VerificationTask, {
    nullable: true,
    description: "The task 核实任务; null where there is none, or none for me any more.",
  })
  @Classified(Grade.INTERNAL)
  task?: VerificationTask | null;
}
