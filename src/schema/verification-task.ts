import { Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Priority, TaskCause, TaskReason, TaskStatus, VerificationMethod } from "../domain/task.js";
import { Node } from "./node.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({
  implements: Node,
  description: "A piece of verification work 核实任务 (SP2, SP7, SP9).",
  simpleResolvers: true,
})
export class VerificationTask extends Node {
  @Field(() => VerificationMethod, { description: "How to verify." })
  @Classified(Grade.INTERNAL)
  method: VerificationMethod;

  @Field(() => TaskCause, { description: "Why it was opened." })
  @Classified(Grade.INTERNAL)
  cause: TaskCause;

  @Field(() => Priority, { description: "Urgency." })
  @Classified(Grade.INTERNAL)
  priority: Priority;

  @Field(() => TaskStatus, { description: "State." })
  @Classified(Grade.INTERNAL)
  status: TaskStatus;

  @Field(() => DateTimeScalar, { description: "When it is due." })
  @Classified(Grade.INTERNAL)
  dueAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the claim lapses; null unless claimed." })
  @Classified(Grade.INTERNAL)
  claimedUntil?: string | null;

  @Field(() => String, { nullable: true, description: "What is in doubt, as whoever asked for it says 申请原因." })
  @Classified(Grade.RECORD)
  requestReason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it is in the state it is in 变动原因: called off, given to another, open again, and so while it is claimed from there or given up; null where nobody said.",
  })
  @Classified(Grade.RECORD)
  reason?: string | null;

  @Field(() => TaskReason, { nullable: true, description: "The same, as a code 变动原因代码." })
  @Classified(Grade.RECORD)
  reasonCode?: TaskReason | null;

  @Field(() => String, {
    nullable: true,
    description: "Why a reviewer sent it back; stays while it is worked on again.",
  })
  @Classified(Grade.RECORD)
  returnReason?: string | null;

  @Field(() => TaskReason, { nullable: true, description: "Why, as a code 退回原因代码." })
  @Classified(Grade.RECORD)
  returnCode?: TaskReason | null;

  @Field(() => Int, { description: "Counts the changes of the task; a changing mutation names it." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  @Classified(Grade.INTERNAL)
  createdAt: string;
}
