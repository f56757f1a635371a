import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { AccessEvent, AccessRead } from "../schema/access-event.js";
import { Person } from "../schema/person.js";
import { related } from "./related.js";

@Resolver(() => AccessEvent)
export class AccessEventRelations {
  @FieldResolver(() => Person, { nullable: true, description: "Who asked 访问人." })
  @Classified(Grade.INTERNAL)
  account(@Root() event: AccessEvent, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(event, info);
  }

  @FieldResolver(() => [AccessRead], { description: "What it used, how, and how much of it was open 访问内容." })
  @Classified(Grade.INTERNAL)
  reads(@Root() event: AccessEvent, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(event, info);
  }
}
