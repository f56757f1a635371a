import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Person } from "../schema/person.js";
import { SharingAgreement } from "../schema/sharing-agreement.js";
import { related } from "./related.js";

@Resolver(() => SharingAgreement)
export class SharingAgreementRelations {
  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who recorded it 登记人; null where it was there before it was asked.",
  })
  @Classified(Grade.INTERNAL)
  recordedBy(@Root() agreement: SharingAgreement, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(agreement, info);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who ended it early 终止人; null: nobody did." })
  @Classified(Grade.INTERNAL)
  endedBy(@Root() agreement: SharingAgreement, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(agreement, info);
  }
}
