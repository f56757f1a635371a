import { and, eq, inArray } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { informationRecord } from "../db/tables/index.js";
import { Part } from "../domain/four-eyes.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { recordIdsOf } from "./task-records.js";

/**
 * Whoever collected a record is no judge of what is found about it, in a small company either (SP10): else they would
 * send back, or call off, what speaks against it.
 *
 * @throws Refusal FORBIDDEN
 */
export const requireOtherCollector = async (orm: Orm, { viewer }: CommandContext, taskId: string): Promise<void> => {
  const { id, collectedBy } = informationRecord;
  const own = and(inArray(id, await recordIdsOf(orm, taskId)), eq(collectedBy, viewer.accountId));
  if ((await orm.$count(informationRecord, own)) === 0) return;
  const message = "You collected one of its records: another reviewer decides on this task (SP10).";
  throw new Refusal("FORBIDDEN", message, { field: "id", taken: [Part.COLLECTOR] });
};
