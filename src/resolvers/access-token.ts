import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { issueToken, tokenText } from "../commands/issue-token.js";
import { revokeToken } from "../commands/revoke-token.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { IssueTokenPayload, RevokeTokenPayload } from "../schema/access-token.js";
import { IssueTokenInput, RevokeTokenInput } from "../schema/input/token-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class IssueArgs {
  @Field(() => IssueTokenInput, { description: "The tool, and for how long." })
  @Classified(Grade.INTERNAL)
  input: IssueTokenInput;
}

@ArgsType()
class RevokeArgs {
  @Field(() => RevokeTokenInput, { description: "The token." })
  @Classified(Grade.INTERNAL)
  input: RevokeTokenInput;
}

@Resolver()
export class AccessTokenResolver {
  @Mutation(() => IssueTokenPayload, { description: "Issues a token 签发令牌 for a reporting tool: shown this once." })
  @Classified(Grade.INTERNAL)
  async issueToken(
    @Args(() => IssueArgs) { input }: IssueArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueTokenPayload> {
    const asked = commandContext(context, info, input);
    const { tokenId } = await issueToken(asked, { ...input, accountId: fromNodeId("Person", input.accountId) });
    return { id: tokenId, token: await tokenText(asked, context.identity.tokens, tokenId) };
  }

  @Mutation(() => RevokeTokenPayload, { description: "Revokes a token 吊销令牌: it stops at once." })
  @Classified(Grade.INTERNAL)
  async revokeToken(
    @Args(() => RevokeArgs) { input }: RevokeArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { accountId, tokenId } = await revokeToken(commandContext(context, info, input), input);
    context.identity.sessions.forget(tokenId);
    return changed(context, info, "AccountPayload", accountId);
  }
}
