import { Field, ID, InputType, Int } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { TaskReason, VerificationMethod } from "../../domain/task.js";

@InputType({ description: "A verification task, and the version it was seen in." })
export class TaskInput {
  @Field(() => ID, { description: "Task." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;
}

@InputType({ description: "A task sent back 退回核实." })
export class ReturnTaskInput {
  @Field(() => ID, { description: "Task." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { description: "What is to be done better; at most 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason: string;

  @Field(() => TaskReason, {
    nullable: true,
    description: "Why, as a code: INCOMPLETE, UNCLEAR, WRONG_PARTY, NOT_INDEPENDENT or OTHER; OTHER unless said.",
  })
  @Classified(Grade.INTERNAL)
  code?: TaskReason | null;
}

@InputType({ description: "A task called off 取消核实." })
export class CancelTaskInput {
  @Field(() => ID, { description: "Task." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason: string;

  @Field(() => TaskReason, {
    nullable: true,
    description: "Why, as a code: DUPLICATE, NO_LONGER_NEEDED or OTHER; OTHER unless said.",
  })
  @Classified(Grade.INTERNAL)
  code?: TaskReason | null;
}

@InputType({ description: "A task given to another person 改派." })
export class ReassignTaskInput {
  @Field(() => ID, { description: "Task." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => Int, { description: "Version it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => ID, { description: "Person who is to verify it: one who may." })
  @Classified(Grade.INTERNAL)
  assigneeId: string;

  @Field(() => String, { nullable: true, description: "Why; at most 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason?: string | null;

  @Field(() => TaskReason, {
    nullable: true,
    description: "Why, as a code: WORKLOAD, ABSENCE, CONFLICT_OF_INTEREST or OTHER; OTHER unless said.",
  })
  @Classified(Grade.INTERNAL)
  code?: TaskReason | null;
}

@InputType({ description: "A record to be verified once more 申请核实." })
export class RequestVerificationInput {
  @Field(() => ID, {
    description: "Record, of any category but CREDIT: collected, in verification, verified or approved.",
  })
  @Classified(Grade.INTERNAL)
  recordId: string;

  @Field(() => Int, { description: "Version of the record it was seen in; a stale one is refused." })
  @Classified(Grade.INTERNAL)
  version: number;

  @Field(() => VerificationMethod, {
    nullable: true,
    description: "How to verify; unless said, the best way of its category that was not used yet.",
  })
  @Classified(Grade.INTERNAL)
  method?: VerificationMethod | null;

  @Field(() => String, { nullable: true, description: "What is in doubt; at most 1,000 characters." })
  @Classified(Grade.INTERNAL)
  reason?: string | null;
}
