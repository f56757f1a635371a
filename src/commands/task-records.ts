import { eq } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { taskRecord } from "../db/tables/index.js";

/** The records a task is about, in the order they are locked in. */
export const recordIdsOf = async (orm: Orm, taskId: string): Promise<string[]> => {
  const { recordId } = taskRecord;
  const found = await orm.select({ recordId }).from(taskRecord).where(eq(taskRecord.taskId, taskId)).orderBy(recordId);
  return found.map((link) => link.recordId);
};
