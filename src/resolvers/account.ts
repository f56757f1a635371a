import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { createAccountAs } from "../commands/create-account.js";
import { linkIdentity } from "../commands/link-identity.js";
import { setRoles } from "../commands/set-roles.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { AccountPayload } from "../schema/account-payload.js";
import { AccountConnection } from "../schema/connections.js";
import { CreateAccountInput, LinkIdentityInput, SetRolesInput } from "../schema/input/account-input.js";
import { fromNodeId } from "../schema/node-id.js";
import { ForwardArgs } from "../schema/page/page-args.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class CreateArgs {
  @Field(() => CreateAccountInput, { description: "The account." })
  @Classified(Grade.INTERNAL)
  input: CreateAccountInput;
}

@ArgsType()
class RolesArgs {
  @Field(() => SetRolesInput, { description: "The account, and its roles." })
  @Classified(Grade.INTERNAL)
  input: SetRolesInput;
}

@ArgsType()
class LinkArgs {
  @Field(() => LinkIdentityInput, { description: "The account, and whom it is linked to." })
  @Classified(Grade.INTERNAL)
  input: LinkIdentityInput;
}

const answer = (context: RequestContext, info: GraphQLResolveInfo, { accountId }: { accountId: string }) =>
  changed(context, info, "AccountPayload", accountId);

@Resolver()
export class AccountResolver {
  @Query(() => AccountConnection, { description: "Accounts 账号列表, by username." })
  @Classified(Grade.INTERNAL)
  accounts(
    @Args(() => ForwardArgs) _args: ForwardArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("accounts", String(path.key));
  }

  @Mutation(() => AccountPayload, {
    description: "Makes an account 新建账号 for a colleague or a reporting tool (SP9).",
  })
  @Classified(Grade.INTERNAL)
  async createAccount(
    @Args(() => CreateArgs) { input }: CreateArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    // A password leaves no trace, not even hashed as what was asked under a key.
    const { password, ...asked } = input;
    return answer(context, info, await createAccountAs(commandContext(context, info, asked), { ...asked, password }));
  }

  @Mutation(() => AccountPayload, {
    description: "Sets the roles of an account 变更角色; one taken away stops at once.",
  })
  @Classified(Grade.INTERNAL)
  async setRoles(
    @Args(() => RolesArgs) { input }: RolesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roles = { ...input, id: fromNodeId("Person", input.id) };
    return answer(context, info, await setRoles(commandContext(context, info, input), roles));
  }

  @Mutation(() => AccountPayload, {
    description: "Links an account to an identity of an OpenID provider 关联外部身份, or ends the link.",
  })
  @Classified(Grade.INTERNAL)
  async linkIdentity(
    @Args(() => LinkArgs) { input }: LinkArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const link = { ...input, id: fromNodeId("Person", input.id) };
    return answer(context, info, await linkIdentity(commandContext(context, info, input), link));
  }
}
