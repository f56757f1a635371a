import { and, eq, exists, inArray, isNull, ne, or, type SQLWrapper, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { conflict, informationRecord } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { Part } from "../domain/four-eyes.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { recordIdsOf } from "./task-records.js";

/**
 * Whoever collected a record is no judge of what is found about it, in a small company either (SP10): else they would
 * send back, or call off, what speaks against it, or choose who looks into it.
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

interface OfSeries {
  readonly id: string;
  readonly customerId: string;
  readonly category: CategoryCode;
  readonly series: string;
}

const r = informationRecord;

const inOpenConflict = (orm: Orm, id: SQLWrapper) =>
  exists(
    orm
      .select({ one: sql`1` })
      .from(conflict)
      .where(and(or(eq(conflict.firstId, id), eq(conflict.secondId, id)), isNull(conflict.resolvedAt))),
  );

/**
 * Nor of what contradicts it, as long as that is undecided (SP8, SP10). Of records of a series that contradict each other not
 * every two are a conflict: whoever collected one that is in a conflict is no judge of any other that is.
 *
 * @param field as the input calls the record
 * @throws Refusal FORBIDDEN
 */
export const requireNoOpponent = async (
  orm: Orm,
  { viewer }: CommandContext,
  record: OfSeries,
  field = "id",
): Promise<void> => {
  const ofItsSeries = and(
    eq(r.customerId, record.customerId),
    eq(r.category, record.category),
    eq(r.series, record.series),
  );
  const opposing = and(ne(r.id, record.id), eq(r.collectedBy, viewer.accountId), inOpenConflict(orm, r.id));
  const [opponent] = await orm
    .select({ id: r.id })
    .from(r)
    .where(and(ofItsSeries, opposing, inOpenConflict(orm, sql`${record.id}::uuid`)))
    .limit(1);
  if (opponent === undefined) return;
  const message = "You collected a record that contradicts it: another reviewer decides (SP10).";
  throw new Refusal("FORBIDDEN", message, { field, taken: [Part.COLLECTOR] });
};
