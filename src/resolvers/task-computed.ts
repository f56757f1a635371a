import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { mayCall } from "../auth/authority.js";
import { Classified } from "../auth/classified.js";
import { isViewer } from "../auth/viewer.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { TaskAction } from "../domain/task.js";
import { allowedTaskActions } from "../domain/task-actions.js";
import { VerificationTask } from "../schema/verification-task.js";

@Resolver(() => VerificationTask)
export class TaskComputed {
  @FieldResolver(() => [TaskAction], { description: "What I may do with it now 可执行操作." })
  @Classified(Grade.INTERNAL)
  allowedActions(@Ctx() { principal }: RequestContext): TaskAction[] {
    return isViewer(principal) ? allowedTaskActions((mutation) => mayCall(principal.role, mutation)) : [];
  }
}
