import { and, eq, ne } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { taskRecord, verificationTask } from "../db/tables/index.js";
import { methodsFor } from "../domain/verification-policy.js";
import type { CommandContext } from "./context.js";
import { openTask } from "./open-task.js";
import type { StoredRecord } from "./record-in-scope.js";

/** Opens anew what was called off when a record was restricted: a record in verification is on somebody's desk. */
export const resumeVerification = async (
  orm: Orm,
  { now, viewer }: CommandContext,
  record: StoredRecord,
): Promise<void> => {
  if (record.status !== "IN_VERIFICATION") return;
  const { id, customerId, category } = record;
  const standing = await orm
    .selectDistinct({ method: verificationTask.method })
    .from(taskRecord)
    .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
    .where(and(eq(taskRecord.recordId, id), ne(verificationTask.status, "CANCELLED")));
  const methods = methodsFor(category, record).filter((method) => !standing.some((task) => task.method === method));
  const moving = { now, actorId: viewer.accountId, reason: "The restriction was lifted." };
  for (const method of methods)
    await openTask(orm, moving, { customerId, category, method, cause: "ROUTINE", requestedBy: null, recordIds: [id] });
};
