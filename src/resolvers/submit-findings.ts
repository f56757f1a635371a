import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { submitFindings } from "../commands/submit-findings.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { SubmitFindingsInput } from "../schema/input/submit-findings-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { TaskPayload } from "../schema/task-payload.js";
import { commandContext } from "./command-context.js";
import { taskAnswer } from "./task-answer.js";

@ArgsType()
class SubmitArgs {
  @Field(() => SubmitFindingsInput, { description: "What the task found." })
  @Classified(Grade.INTERNAL)
  input: SubmitFindingsInput;
}

/** Ids as commands know them. */
const withKeys = ({ id, findings, ...rest }: SubmitFindingsInput) => ({
  ...rest,
  id: fromNodeId("VerificationTask", id),
  findings: findings.map(({ recordId, observed, ...finding }) => ({
    ...finding,
    recordId: fromNodeId("InformationRecord", recordId),
    observed: observed == null ? null : { ...observed },
  })),
});

@Resolver()
export class SubmitFindingsResolver {
  @Mutation(() => TaskPayload, { description: "Hands in what a task found 提交核实结论 (SP2, SP7)." })
  @Classified(Grade.INTERNAL)
  async submitFindings(
    @Args(() => SubmitArgs) { input }: SubmitArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { taskId } = await submitFindings(commandContext(context, info, input), withKeys(input));
    return taskAnswer(context, info, { taskId });
  }
}
