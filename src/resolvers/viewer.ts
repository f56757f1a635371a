import { FieldResolver, Resolver, Root } from "type-graphql";
import { allowedMutations } from "../auth/authority.js";
import { Classified } from "../auth/classified.js";
import { CLEARANCE } from "../auth/clearance.js";
import { verdictOf } from "../auth/verdict.js";
import { type ClearedGrade, Grade } from "../domain/grade.js";
import { Branch } from "../schema/branch.js";
import { Clearance } from "../schema/clearance.js";
import { toNodeId } from "../schema/node-id.js";
import { Viewer } from "../schema/viewer.js";

@Resolver(() => Viewer)
export class ViewerResolver {
  @FieldResolver(() => Branch, { nullable: true, description: "The branch 分支机构 one works for, if any." })
  @Classified(Grade.CARRIED)
  branch(@Root() { signedIn: { branch } }: Viewer): Branch | null {
    return branch === null ? null : { ...branch, id: toNodeId("Branch", branch.id) };
  }

  @FieldResolver(() => [Clearance], { description: "What the role sees of each grade 密级权限, to shape screens by." })
  @Classified(Grade.CARRIED)
  clearances(@Root() { role }: Viewer): Clearance[] {
    const row = CLEARANCE[role];
    return (Object.keys(row) as ClearedGrade[]).map((grade) => ({ grade, level: verdictOf(row[grade], true).level }));
  }

  @FieldResolver(() => [String], { description: "Names of the mutations the role may call 可执行操作." })
  @Classified(Grade.CARRIED)
  allowedMutations(@Root() { role }: Viewer): string[] {
    return allowedMutations(role);
  }
}
