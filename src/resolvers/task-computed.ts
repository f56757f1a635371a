import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { mayCall } from "../auth/authority.js";
import { Classified } from "../auth/classified.js";
import { isViewer } from "../auth/viewer.js";
import type { RequestContext } from "../context.js";
import { Grade } from "../domain/grade.js";
import { TaskAction } from "../domain/task.js";
import { allowedTaskActions, type TaskFacts } from "../domain/task-actions.js";
import { VerificationTask } from "../schema/verification-task.js";

@Resolver(() => VerificationTask)
export class TaskComputed {
  @FieldResolver(() => [TaskAction], { description: "What I may do with it now 可执行操作, four eyes included." })
  @Classified(Grade.INTERNAL)
  allowedActions(
    @Root() { allowedActions }: { readonly allowedActions: TaskFacts },
    @Ctx() { principal, fourEyes }: RequestContext,
  ): TaskAction[] {
    if (!isViewer(principal)) return [];
    return allowedTaskActions(allowedActions, fourEyes, (mutation) => mayCall(principal.role, mutation));
  }
}
