import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { reportMajorEvent } from "../commands/report-major-event.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { ReportMajorEventInput } from "../schema/input/report-major-event-input.js";
import { MajorEventPayload } from "../schema/major-event-payload.js";
import { fromNodeId } from "../schema/node-id.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class ReportArgs {
  @Field(() => ReportMajorEventInput, { description: "The event." })
  @Classified(Grade.INTERNAL)
  input: ReportMajorEventInput;
}

@Resolver()
export class MajorEventResolver {
  @Mutation(() => MajorEventPayload, {
    description: "Reports a major event 报告重大事项 (SP3): what it changes is verified within 24 hours.",
  })
  @Classified(Grade.INTERNAL)
  async reportMajorEvent(
    @Args(() => ReportArgs) { input }: ReportArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const event = { ...input, customerId: fromNodeId("Customer", input.customerId) };
    const { eventId } = await reportMajorEvent(commandContext(context, info, input), event);
    return changed(context, info, "MajorEventPayload", eventId);
  }
}
