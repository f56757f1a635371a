import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { Refusal } from "../domain/refusal.js";
import { IdArgs, IdsArgs } from "../schema/list-args.js";
import { Node } from "../schema/node.js";
import { parseNodeId } from "../schema/node-id.js";

const MOST_IDS = 100;

const find = ({ reads }: RequestContext, { path }: GraphQLResolveInfo, id: string) => {
  const { type, uuid } = parseNodeId(id);
  return reads.find(type, String(path.key), "id", uuid);
};

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "Whatever an id names; null where there is none for me." })
  @Classified(Grade.INTERNAL)
  node(@Args(() => IdArgs) { id }: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return find(context, info, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "Whatever the ids name, in their order; one statement per type.",
  })
  @Classified(Grade.INTERNAL)
  nodes(@Args(() => IdsArgs) { ids }: IdsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    if (ids.length > MOST_IDS) throw new Refusal("BAD_USER_INPUT", `ids: ${MOST_IDS} at most.`, { limit: MOST_IDS });
    return Promise.all(ids.map((id) => find(context, info, id)));
  }
}
