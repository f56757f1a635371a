import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { Person } from "../schema/person.js";
import { ScreeningFinding } from "../schema/screening-finding.js";
import { related } from "./related.js";

@Resolver(() => ScreeningFinding)
export class ScreeningFindingRelations {
  @FieldResolver(() => Person, { nullable: true, description: "Who overrode it." })
  @Classified(Grade.RECORD)
  overriddenBy(@Root() screeningFinding: ScreeningFinding, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(screeningFinding, info);
  }
}
