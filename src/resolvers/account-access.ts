import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { disableAccount } from "../commands/disable-account.js";
import { enableAccount } from "../commands/enable-account.js";
import { resetPassword } from "../commands/reset-password.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { AccountPayload } from "../schema/account-payload.js";
import { DisableAccountInput, EnableAccountInput, ResetPasswordInput } from "../schema/input/account-access-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class DisableArgs {
  @Field(() => DisableAccountInput, { description: "The account." })
  @Classified(Grade.INTERNAL)
  input: DisableAccountInput;
}

@ArgsType()
class EnableArgs {
  @Field(() => EnableAccountInput, { description: "The account." })
  @Classified(Grade.INTERNAL)
  input: EnableAccountInput;
}

@ArgsType()
class ResetArgs {
  @Field(() => ResetPasswordInput, { description: "The account, and its one-time password." })
  @Classified(Grade.INTERNAL)
  input: ResetPasswordInput;
}

interface Changed {
  readonly accountId: string;
  /** The sign-ins that ended. */
  readonly sessionIds: readonly string[];
}

const answer = (
  { reads, identity }: RequestContext,
  { path }: GraphQLResolveInfo,
  { accountId, sessionIds }: Changed,
) => {
  // In this process at once, in others as soon as they read it anew.
  for (const id of sessionIds) identity.sessions.forget(id);
  return reads.find("AccountPayload", String(path.key), "id", accountId);
};

@Resolver()
export class AccountAccessResolver {
  @Mutation(() => AccountPayload, {
    description: "Disables an account 停用账号: its sign-ins end, its verification tasks go back into the queue.",
  })
  @Classified(Grade.INTERNAL)
  async disableAccount(
    @Args(() => DisableArgs) { input }: DisableArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const change = { ...input, id: fromNodeId("Person", input.id) };
    return answer(context, info, await disableAccount(commandContext(context, info, input), change));
  }

  @Mutation(() => AccountPayload, {
    description: "Enables a disabled account 恢复账号, in the roles it had; what ended with it stays ended.",
  })
  @Classified(Grade.INTERNAL)
  async enableAccount(
    @Args(() => EnableArgs) { input }: EnableArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const change = { ...input, id: fromNodeId("Person", input.id) };
    return answer(context, info, await enableAccount(commandContext(context, info, input), change));
  }

  @Mutation(() => AccountPayload, {
    description:
      "Sets a one-time password 重置密码: sign-ins and tokens of the account end, and its person chooses another.",
  })
  @Classified(Grade.INTERNAL)
  async resetPassword(
    @Args(() => ResetArgs) { input }: ResetArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    // A password leaves no trace, not even hashed as what was asked under a key.
    const { password, ...asked } = input;
    const change = { ...asked, password, id: fromNodeId("Person", input.id) };
    return answer(context, info, await resetPassword(commandContext(context, info, asked), change));
  }
}
