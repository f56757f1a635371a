import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { whoCanSee } from "../auth/explain.js";
import { explainAccess } from "../commands/explain-access.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { AccessExplanation, RoleClearance } from "../schema/access-explanation.js";
import { fromNodeId } from "../schema/node-id.js";
import { commandContext } from "./command-context.js";

@ArgsType()
class CoordinateArgs {
  @Field(() => String, { description: "A coordinate of the schema, such as ContactRecord.mobile." })
  @Classified(Grade.INTERNAL)
  coordinate: string;
}

@ArgsType()
class ExplainArgs {
  @Field(() => String, { description: "A coordinate of the schema, such as ContactRecord.mobile." })
  @Classified(Grade.INTERNAL)
  coordinate: string;

  @Field(() => ID, { nullable: true, description: "A customer: how much of it does my work open?" })
  @Classified(Grade.INTERNAL)
  customerId?: string | null;
}

@Resolver()
export class AccessExplanationResolver {
  @Query(() => AccessExplanation, { description: "Why I am shown a field as I am 权限说明 (SP12)." })
  @Classified(Grade.INTERNAL)
  async explainAccess(
    @Args(() => ExplainArgs) { coordinate, customerId = null }: ExplainArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = commandContext(context, info, coordinate);
    const id = customerId === null ? null : fromNodeId("Customer", customerId);
    const explained = await explainAccess(asked, context.policy, coordinate, id);
    if (id !== null) context.touched.add(id);
    return explained;
  }

  @Query(() => [RoleClearance], { description: "How a field is shown to each role 谁可见 (SP12)." })
  @Classified(Grade.INTERNAL)
  whoCanSee(@Args(() => CoordinateArgs) { coordinate }: CoordinateArgs, @Ctx() { policy }: RequestContext) {
    return whoCanSee(policy, coordinate);
  }
}
