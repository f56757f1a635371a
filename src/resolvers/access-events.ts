import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { AccessEventConnection } from "../schema/connections.js";
import { AccessEventsArgs } from "../schema/list-args.js";

@Resolver()
export class AccessEventResolver {
  @Query(() => AccessEventConnection, {
    description:
      "Who read what, when and for what 访问台账 (SP12), newest first. What is asked here is in it, too. For AUDITOR and COMPLIANCE; entries are there a moment after their answer at the latest.",
  })
  @Classified(Grade.INTERNAL)
  accessEvents(
    @Args(() => AccessEventsArgs) _args: AccessEventsArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("accessEvents", String(path.key));
  }
}
