import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { AccessToken } from "../schema/access-token.js";
import { Account } from "../schema/account.js";
import { Branch } from "../schema/branch.js";
import { related } from "./related.js";

@Resolver(() => Account)
export class AccountRelations {
  @FieldResolver(() => Branch, { nullable: true, description: "Branch the person works for 所属机构." })
  @Classified(Grade.INTERNAL)
  branch(@Root() account: Account, @Info() info: GraphQLResolveInfo) {
    return related<Branch | null>(account, info);
  }

  @FieldResolver(() => [AccessToken], { description: "Tokens issued for it 访问令牌, newest first." })
  @Classified(Grade.INTERNAL)
  tokens(@Root() account: Account, @Info() info: GraphQLResolveInfo) {
    return related<AccessToken[]>(account, info);
  }
}
