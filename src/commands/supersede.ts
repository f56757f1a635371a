import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Orm } from "../db/database.js";
import { informationRecord } from "../db/tables/index.js";
import type { CommandContext } from "./context.js";
import { enterState, moveRecord } from "./move-record.js";
import type { StoredRecord } from "./record-in-scope.js";

/** One at a time per customer: of two archived at once, each has to see whether the other is in force. */
export const lockSeries = async (orm: Orm, customerIds: readonly string[]): Promise<void> => {
  for (const id of [...new Set(customerIds)].sort())
    await orm.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`series of ${id}`}, 0))`);
};

const IN_FORCE = 0;

/**
 * What holds the place of a series: archived, or restricted since. So does what the record corrects, though it was held
 * to be about something else: another period, another contract, another name.
 */
const standingIn = (orm: Orm, { customerId, category, series, correctsId }: StoredRecord): Promise<StoredRecord[]> => {
  const ofSeries = eq(informationRecord.series, series);
  return orm
    .select()
    .from(informationRecord)
    .where(
      and(
        eq(informationRecord.customerId, customerId),
        eq(informationRecord.category, category),
        correctsId === null ? ofSeries : or(ofSeries, eq(informationRecord.id, correctsId)),
        eq(informationRecord.standing, IN_FORCE),
      ),
    )
    .orderBy(desc(informationRecord.archivedAt), desc(informationRecord.id))
    .for("update");
};

/** What is in force of the series of some records, before any of them is archived. */
export const inForceBefore = async (orm: Orm, ids: readonly string[]): Promise<string[]> => {
  const before = alias(informationRecord, "before");
  const found = await orm
    .select({ id: before.id })
    .from(informationRecord)
    .innerJoin(
      before,
      and(
        eq(before.customerId, informationRecord.customerId),
        eq(before.category, informationRecord.category),
        eq(before.series, informationRecord.series),
        eq(before.standing, IN_FORCE),
      ),
    )
    .where(inArray(informationRecord.id, [...ids]));
  return found.map(({ id }) => id);
};

/** Makes room in the series of a record that is being archived: what was in force, or null. */
export const supersedeInForce = async (
  orm: Orm,
  context: CommandContext,
  record: StoredRecord,
): Promise<StoredRecord | null> => {
  const supersededAt = context.now.toISOString();
  const held = await standingIn(orm, record);
  for (const before of held) {
    // What a restriction hides stays hidden; once it is lifted, the record has been superseded all the same.
    if (before.status === "RESTRICTED")
      await enterState(orm, context, before, "RESTRICTED", { restrictedFrom: "SUPERSEDED", supersededAt });
    else await moveRecord(orm, context, before, "SUPERSEDE", { supersededAt });
  }
  return held[0] ?? null;
};
