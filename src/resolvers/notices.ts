import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { publishNotice } from "../commands/publish-notice.js";
import type { RequestContext } from "../context.js";
import { findNotice, newestNotice } from "../db/queries/notice.js";
import { Grade } from "../domain/grade.js";
import { defaultNotice } from "../domain/notice.js";
import { Purpose } from "../domain/source.js";
import { PublishNoticeInput } from "../schema/input/publish-notice-input.js";
import { Notice, NoticePayload } from "../schema/notice.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class NoticeArgs {
  @Field(() => Purpose, { description: "For what information is collected." })
  @Classified(Grade.INTERNAL)
  purpose: Purpose;
}

@ArgsType()
class PublishArgs {
  @Field(() => PublishNoticeInput, { description: "The notice." })
  @Classified(Grade.INTERNAL)
  input: PublishNoticeInput;
}

const currentNotice = async ({ database, principal }: RequestContext, purpose: Purpose): Promise<Notice> => {
  const newest = await database.withViewer(principal, "READ", (session) => newestNotice(session, purpose));
  return { purpose, ...(newest ?? { version: 0, publishedAt: null, ...defaultNotice(purpose) }) };
};

@Resolver()
export class NoticeResolver {
  @Query(() => Notice, {
    description: "What to tell a person before collecting for a purpose 当前告知书 (SP4): the newest version.",
  })
  @Classified(Grade.INTERNAL)
  currentNotice(@Args(() => NoticeArgs) { purpose }: NoticeArgs, @Ctx() context: RequestContext): Promise<Notice> {
    return currentNotice(context, purpose);
  }

  @Mutation(() => NoticePayload, {
    description: "Publishes a notice 发布告知书 (SP4), the next version of its purpose.",
  })
  @Classified(Grade.INTERNAL)
  async publishNotice(
    @Args(() => PublishArgs) { input }: PublishArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NoticePayload> {
    const { purpose, version } = await publishNotice(commandContext(context, info, input), input);
    const { database, principal } = context;
    const found = await database.withViewer(principal, "READ", (session) => findNotice(session, purpose, version));
    return { notice: found && { purpose, ...found } };
  }
}
