import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { proposeCredit } from "../commands/propose-credit.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { CreditProposal } from "../schema/credit-proposal.js";
import { fromNodeId } from "../schema/node-id.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class ProposalArgs {
  @Field(() => ID, { description: "Customer." })
  @Classified(Grade.INTERNAL)
  customerId: string;
}

@Resolver()
export class CreditProposalResolver {
  @Query(() => CreditProposal, { description: "What the score card proposes for a customer 信用评级建议." })
  @Classified(Grade.INTERNAL)
  async creditProposal(
    @Args(() => ProposalArgs) { customerId }: ProposalArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CreditProposal> {
    const asked = commandContext(context, info, customerId);
    const id = fromNodeId("Customer", customerId);
    const proposal = await proposeCredit(asked, id);
    context.touched.add(id);
    return { ...proposal, creditLimit: proposal.creditLimit === null ? null : String(proposal.creditLimit) };
  }
}
