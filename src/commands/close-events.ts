import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { majorEvent } from "../db/tables/index.js";
import type { CommandContext } from "./context.js";
import type { StoredRecord } from "./record-in-scope.js";

/** A major event is over once what was collected after it is archived, whether or not anything was before it (SP3). */
export const closeEvents = async (
  orm: Orm,
  { now }: CommandContext,
  { customerId, category, collectedAt }: StoredRecord,
): Promise<void> => {
  await orm
    .update(majorEvent)
    .set({ closedAt: now.toISOString(), version: sql`${majorEvent.version} + 1` })
    .where(
      and(
        eq(majorEvent.customerId, customerId),
        eq(majorEvent.category, category),
        isNull(majorEvent.closedAt),
        lte(majorEvent.reportedAt, collectedAt),
      ),
    );
};
