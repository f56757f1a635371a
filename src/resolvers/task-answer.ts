import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../context.js";

/** The task as it is for whoever changed it; who gave up a claim in another branch has lost sight of it. */
export const taskAnswer = async (
  { reads }: RequestContext,
  { path }: GraphQLResolveInfo,
  { taskId }: { readonly taskId: string | null },
): Promise<object> => {
  const found = taskId === null ? null : await reads.find("TaskPayload", String(path.key), "id", taskId);
  return found ?? { task: null };
};
