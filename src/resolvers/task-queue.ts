import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { claimNextTask } from "../commands/claim-next-task.js";
import { claimTask } from "../commands/claim-task.js";
import { releaseTask } from "../commands/release-task.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { TaskInput } from "../schema/input/task-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { TaskPayload } from "../schema/task-payload.js";
import { commandContext } from "./command-context.js";
import { taskAnswer } from "./task-answer.js";

@ArgsType()
class TaskArgs {
  @Field(() => TaskInput, { description: "The task." })
  @Classified(Grade.INTERNAL)
  input: TaskInput;
}

const withKey = ({ id, version }: TaskInput) => ({ id: fromNodeId("VerificationTask", id), version });

@Resolver()
export class TaskQueueResolver {
  @Mutation(() => TaskPayload, { description: "Takes a task up 领取核实任务, for 72 h (SP9)." })
  @Classified(Grade.INTERNAL)
  async claimTask(
    @Args(() => TaskArgs) { input }: TaskArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return taskAnswer(context, info, await claimTask(commandContext(context, info, input), withKey(input)));
  }

  @Mutation(() => TaskPayload, {
    description:
      "Takes the most urgent task up that I may 领取下一个核实任务, of my branch and of what was returned to me, what is due first before the rest; if there is none, one that another branch has nobody for. task is null when the queue is empty. A person holds ten at most: then LIMIT_EXCEEDED, and what they hold is found by verificationTasks, filtered by assigneeId and status.",
  })
  @Classified(Grade.INTERNAL)
  async claimNextTask(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return taskAnswer(context, info, await claimNextTask(commandContext(context, info, null)));
  }

  @Mutation(() => TaskPayload, { description: "Gives a claim up 释放核实任务: the task goes back into the queue." })
  @Classified(Grade.INTERNAL)
  async releaseTask(
    @Args(() => TaskArgs) { input }: TaskArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return taskAnswer(context, info, await releaseTask(commandContext(context, info, input), withKey(input)));
  }
}
