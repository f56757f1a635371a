import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { resolveConflict } from "../commands/resolve-conflict.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { ConflictPayload } from "../schema/conflict-payload.js";
import { ConflictConnection } from "../schema/connections.js";
import { ResolveConflictInput } from "../schema/input/resolve-conflict-input.js";
import { ConflictsArgs } from "../schema/list-args.js";
import { fromNodeId } from "../schema/node-id.js";
import { changed } from "./changed.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class ResolveArgs {
  @Field(() => ResolveConflictInput, { description: "The decision." })
  @Classified(Grade.INTERNAL)
  input: ResolveConflictInput;
}

@Resolver()
export class ConflictResolver {
  @Query(() => ConflictConnection, { description: "Conflicts 信息冲突 (SP8), newest first." })
  @Classified(Grade.INTERNAL)
  conflicts(
    @Args(() => ConflictsArgs) _args: ConflictsArgs,
    @Ctx() { reads }: RequestContext,
    @Info() { path }: GraphQLResolveInfo,
  ) {
    return reads.list("conflicts", String(path.key));
  }

  @Mutation(() => ConflictPayload, { description: "Decides a conflict 处理冲突 (SP8): not by who collected either." })
  @Classified(Grade.INTERNAL)
  async resolveConflict(
    @Args(() => ResolveArgs) { input }: ResolveArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = { ...input, id: fromNodeId("Conflict", input.id) };
    const { conflictId } = await resolveConflict(commandContext(context, info, input), decision);
    return changed(context, info, "ConflictPayload", conflictId);
  }
}
