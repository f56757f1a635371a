import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { cancelTask } from "../commands/cancel-task.js";
import { reassignTask } from "../commands/reassign-task.js";
import { requestVerification } from "../commands/request-verification.js";
import { returnTask } from "../commands/return-task.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import {
  CancelTaskInput,
  ReassignTaskInput,
  RequestVerificationInput,
  ReturnTaskInput,
} from "../schema/input/task-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { TaskPayload } from "../schema/task-payload.js";
import { commandContext } from "./command-context.js";
import { taskAnswer } from "./task-answer.js";

@ArgsType()
class RequestArgs {
  @Field(() => RequestVerificationInput, { description: "What is to be verified." })
  @Classified(Grade.INTERNAL)
  input: RequestVerificationInput;
}

@ArgsType()
class ReturnTaskArgs {
  @Field(() => ReturnTaskInput, { description: "The task, and why." })
  @Classified(Grade.INTERNAL)
  input: ReturnTaskInput;
}

@ArgsType()
class ReassignArgs {
  @Field(() => ReassignTaskInput, { description: "The task, and to whom." })
  @Classified(Grade.INTERNAL)
  input: ReassignTaskInput;
}

@ArgsType()
class CancelArgs {
  @Field(() => CancelTaskInput, { description: "The task, and why." })
  @Classified(Grade.INTERNAL)
  input: CancelTaskInput;
}

const withKey = <T extends { id: string }>(named: T): T => ({ ...named, id: fromNodeId("VerificationTask", named.id) });

@Resolver()
export class TaskReviewResolver {
  @Mutation(() => TaskPayload, {
    description: "Has a record verified once more 申请核实 (SP2); who asks does not verify.",
  })
  @Classified(Grade.INTERNAL)
  async requestVerification(
    @Args(() => RequestArgs) { input }: RequestArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wanted = { ...input, recordId: fromNodeId("InformationRecord", input.recordId) };
    return taskAnswer(context, info, await requestVerification(commandContext(context, info, input), wanted));
  }

  @Mutation(() => TaskPayload, { description: "Sends findings back 退回核实结论: they count no longer." })
  @Classified(Grade.INTERNAL)
  async returnTask(
    @Args(() => ReturnTaskArgs) { input }: ReturnTaskArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return taskAnswer(context, info, await returnTask(commandContext(context, info, input), withKey(input)));
  }

  @Mutation(() => TaskPayload, { description: "Gives a task to another person 改派核实任务." })
  @Classified(Grade.INTERNAL)
  async reassignTask(
    @Args(() => ReassignArgs) { input }: ReassignArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = { ...withKey(input), assigneeId: fromNodeId("Person", input.assigneeId) };
    return taskAnswer(context, info, await reassignTask(commandContext(context, info, input), given));
  }

  @Mutation(() => TaskPayload, { description: "Calls a task off 取消核实任务." })
  @Classified(Grade.INTERNAL)
  async cancelTask(
    @Args(() => CancelArgs) { input }: CancelArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return taskAnswer(context, info, await cancelTask(commandContext(context, info, input), withKey(input)));
  }
}
