import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { MajorEvent } from "../schema/major-event.js";
import { Person } from "../schema/person.js";
import { VerificationTask } from "../schema/verification-task.js";
import { related } from "./related.js";

@Resolver(() => MajorEvent)
export class MajorEventRelations {
  @FieldResolver(() => Person, { nullable: true, description: "Who reported it 报告人." })
  @Classified(Grade.INTERNAL)
  reportedBy(@Root() majorEvent: MajorEvent, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(majorEvent, info);
  }

  @FieldResolver(() => VerificationTask, {
    nullable: true,
    description:
      "The urgent task it opened 紧急核实任务, or joined: one that an earlier event of its kind and reporter had opened over the same record, and nobody had taken up; null where nothing was in force.",
  })
  @Classified(Grade.INTERNAL)
  task(@Root() majorEvent: MajorEvent, @Info() info: GraphQLResolveInfo) {
    return related<object | null>(majorEvent, info);
  }
}
