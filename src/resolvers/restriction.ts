import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { liftRestriction } from "../commands/lift-restriction.js";
import { restrictRecord } from "../commands/restrict-record.js";
import { withdrawConsent } from "../commands/withdraw-consent.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { ConsentPayload } from "../schema/consent-payload.js";
import { LiftRestrictionInput, RestrictRecordInput } from "../schema/input/restriction-input.js";
import { WithdrawConsentInput } from "../schema/input/withdraw-consent-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { RecordPayload } from "../schema/record-payload.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class WithdrawArgs {
  @Field(() => WithdrawConsentInput, { description: "The consent." })
  @Classified(Grade.INTERNAL)
  input: WithdrawConsentInput;
}

@ArgsType()
class RestrictArgs {
  @Field(() => RestrictRecordInput, { description: "The record." })
  @Classified(Grade.INTERNAL)
  input: InstanceType<typeof RestrictRecordInput>;
}

@ArgsType()
class LiftArgs {
  @Field(() => LiftRestrictionInput, { description: "The record." })
  @Classified(Grade.INTERNAL)
  input: InstanceType<typeof LiftRestrictionInput>;
}

const answer = (context: RequestContext, info: GraphQLResolveInfo, { recordId }: { recordId: string }) =>
  changed(context, info, "RecordPayload", recordId);

@Resolver()
export class RestrictionResolver {
  @Mutation(() => ConsentPayload, {
    description: "Withdraws a person's consent 撤回同意 (SP4): what stands on it is restricted at once.",
  })
  @Classified(Grade.INTERNAL)
  async withdrawConsent(
    @Args(() => WithdrawArgs) { input }: WithdrawArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const withdrawal = { ...input, id: fromNodeId("Consent", input.id) };
    const { consentId } = await withdrawConsent(commandContext(context, info, input), withdrawal);
    return changed(context, info, "ConsentPayload", consentId);
  }

  @Mutation(() => RecordPayload, { description: "Restricts a record 限制处理 (SP4): kept, unreadable, unprocessable." })
  @Classified(Grade.INTERNAL)
  async restrictRecord(
    @Args(() => RestrictArgs) { input }: RestrictArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const restriction = { ...input, id: fromNodeId("InformationRecord", input.id) };
    return answer(context, info, await restrictRecord(commandContext(context, info, input), restriction));
  }

  @Mutation(() => RecordPayload, {
    description:
      "Lifts a restriction 解除限制 (SP4), back to the state before; not while its ground is gone, nor without one where it may be personal data by now.",
  })
  @Classified(Grade.INTERNAL)
  async liftRestriction(
    @Args(() => LiftArgs) { input }: LiftArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const restriction = { ...input, id: fromNodeId("InformationRecord", input.id) };
    return answer(context, info, await liftRestriction(commandContext(context, info, input), restriction));
  }
}
