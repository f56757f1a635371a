import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Finding } from "../schema/finding.js";
import { InformationRecord } from "../schema/information-record.js";
import { related } from "./related.js";

@Resolver(() => Finding)
export class FindingRelations {
  @FieldResolver(() => InformationRecord, { nullable: true, description: "Record of the value observed instead." })
  @Classified(Grade.INTERNAL)
  observedRecord(@Root() finding: Finding, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(finding, info);
  }
}
