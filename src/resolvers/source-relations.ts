import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Consent } from "../schema/consent.js";
import { InformationRecord } from "../schema/information-record.js";
import { Source } from "../schema/source.js";
import { related } from "./related.js";

@Resolver(() => Source)
export class SourceRelations {
  @FieldResolver(() => Consent, { nullable: true, description: "Consent it was collected under 同意依据 (SP4)." })
  @Classified(Grade.INTERNAL)
  consent(@Root() source: Source, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(source, info);
  }

  @FieldResolver(() => [InformationRecord], {
    nullable: true,
    description: "Records an analysis was derived from (SP6).",
  })
  @Classified(Grade.INTERNAL)
  derivedFrom(@Root() source: Source, @Info() info: GraphQLResolveInfo) {
    return related<object[] | null>(source, info);
  }
}
