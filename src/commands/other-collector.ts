import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { conflict, informationRecord } from "../db/tables/index.js";
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

/**
 * Nor of what contradicts it, as long as that is undecided (SP8, SP10).
 *
 * @throws Refusal FORBIDDEN
 */
export const requireNoOpponent = async (orm: Orm, { viewer }: CommandContext, recordId: string): Promise<void> => {
  const { id, collectedBy } = informationRecord;
  const [opponent] = await orm
    .select({ id })
    .from(conflict)
    .innerJoin(informationRecord, and(or(eq(id, conflict.firstId), eq(id, conflict.secondId)), ne(id, recordId)))
    .where(
      and(
        or(eq(conflict.firstId, recordId), eq(conflict.secondId, recordId)),
        isNull(conflict.resolvedAt),
        eq(collectedBy, viewer.accountId),
      ),
    )
    .limit(1);
  if (opponent === undefined) return;
  const message = "You collected a record that contradicts it: another reviewer decides (SP10).";
  throw new Refusal("FORBIDDEN", message, { field: "id", taken: [Part.COLLECTOR] });
};
