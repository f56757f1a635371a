import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Conflict } from "../schema/conflict.js";
import { Customer } from "../schema/customer.js";
import { InformationRecord } from "../schema/information-record.js";
import { Person } from "../schema/person.js";
import { related } from "./related.js";

@Resolver(() => Conflict)
export class ConflictRelations {
  @FieldResolver(() => Customer, { nullable: true, description: "Customer 所属客户." })
  @Classified(Grade.INTERNAL)
  customer(@Root() conflict: Conflict, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(conflict, info);
  }

  @FieldResolver(() => [InformationRecord], { description: "The two records 冲突记录." })
  @Classified(Grade.INTERNAL)
  records(@Root() conflict: Conflict, @Info() info: GraphQLResolveInfo) {
    return related<object[]>(conflict, info);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who resolved it 处理人." })
  @Classified(Grade.INTERNAL)
  resolvedBy(@Root() conflict: Conflict, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(conflict, info);
  }
}
