import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { giveConsent } from "../commands/give-consent.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { ConsentPayload } from "../schema/consent-payload.js";
import { GiveConsentInput } from "../schema/input/give-consent-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class ConsentArgs {
  @Field(() => GiveConsentInput, { description: "The consent." })
  @Classified(Grade.INTERNAL)
  input: GiveConsentInput;
}

@Resolver()
export class GiveConsentResolver {
  @Mutation(() => ConsentPayload, { description: "Keeps a person's consent 取得同意 (SP4)." })
  @Classified(Grade.INTERNAL)
  async giveConsent(
    @Args(() => ConsentArgs) { input }: ConsentArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const consent = { ...input, customerId: fromNodeId("Customer", input.customerId) };
    const { consentId } = await giveConsent(commandContext(context, info, input), consent);
    return changed(context, info, "ConsentPayload", consentId);
  }
}
