import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { endAgreement } from "../commands/end-agreement.js";
import { recordAgreement } from "../commands/record-agreement.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { SharingAgreementConnection } from "../schema/connections.js";
import { EndAgreementInput, RecordAgreementInput } from "../schema/input/agreement-input.js";
import { ForwardArgs } from "../schema/page/page-args.js";
import { SharingAgreementPayload } from "../schema/sharing-agreement.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class RecordArgs {
  @Field(() => RecordAgreementInput, { description: "The agreement." })
  @Classified(Grade.INTERNAL)
  input: RecordAgreementInput;
}

@ArgsType()
class EndArgs {
  @Field(() => EndAgreementInput, { description: "The agreement." })
  @Classified(Grade.INTERNAL)
  input: EndAgreementInput;
}

const answer = ({ reads }: RequestContext, { path }: GraphQLResolveInfo, { agreementId }: { agreementId: string }) =>
  reads.find("SharingAgreementPayload", String(path.key), "id", agreementId);

@Resolver()
export class SharingAgreementResolver {
  @Query(() => SharingAgreementConnection, {
    description: "Agreements with partners 数据共享协议, ended and expired ones too, by number.",
  })
  @Classified(Grade.INTERNAL)
  sharingAgreements(
    @Args(() => ForwardArgs) _args: ForwardArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("sharingAgreements", String(path.key));
  }

  @Mutation(() => SharingAgreementPayload, {
    description: "Keeps an agreement with a partner 登记数据共享协议 (SP6): from then on data may come under it.",
  })
  @Classified(Grade.INTERNAL)
  async recordAgreement(
    @Args(() => RecordArgs) { input }: RecordArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answer(context, info, await recordAgreement(commandContext(context, info, input), input));
  }

  @Mutation(() => SharingAgreementPayload, {
    description:
      "Ends an agreement with a partner early 终止数据共享协议 (SP6): nothing comes under it any more, what came stays.",
  })
  @Classified(Grade.INTERNAL)
  async endAgreement(
    @Args(() => EndArgs) { input }: EndArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answer(context, info, await endAgreement(commandContext(context, info, input), input));
  }
}
