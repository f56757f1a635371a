import { and, isNull, lte, ne, sql } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import type { Session } from "../db/database.js";
import { liveSeriesOf, takeNewOfSeries } from "../db/queries/live-series.js";
import { informationRecord as r } from "../db/tables/index.js";
import type { Chore, ChoreContext } from "./chore.js";
import { findContradictions } from "./find-contradictions.js";
import { openConflicts } from "./open-conflicts.js";

/** Records a transaction: an import writes thousands. */
const BATCH = 500;

/** Ids grow with time: in this order the index of what is to be compared is read from its front. */
const takeNew = async ({ orm }: Session, until: Date | undefined): Promise<string[]> => {
  const found = await orm
    .select({ id: r.id })
    .from(r)
    // What is restricted is not processed: it is compared once the restriction is lifted.
    .where(and(isNull(r.comparedAt), ne(r.status, "RESTRICTED"), until && lte(r.recordedAt, until.toISOString())))
    .orderBy(r.id)
    .limit(BATCH)
    // Weaker than an update: a conflict another process writes down may refer to these rows meanwhile.
    .for("no key update", { skipLocked: true });
  return found.map(({ id }) => id);
};

const compareSome = async (session: Session, { now, answeredUntil }: ChoreContext): Promise<number> => {
  const until = answeredUntil?.();
  const front = await takeNew(session, until);
  if (front.length === 0) return 0;
  // Of a series all that is new is compared at once: a file may hold thousands of it.
  const taken = await takeNewOfSeries(session, front, until);
  const found = await findContradictions(session, await liveSeriesOf(session, front, until), new Set(taken));
  await openConflicts(session.orm, found, now);
  await session.orm
    .update(r)
    .set({ comparedAt: now.toISOString() })
    .where(sql`${r.id} = any(${sql.param(taken)}::uuid[])`);
  return front.length;
};

/**
 * Holds new records against the other live ones of their series (SP8): whatever contradicts another one is in a conflict
 * afterwards, with an urgent task over both. Not every pair is: what else a record contradicts is a conflict once that one is
 * decided, and until then nobody approves it. Records another process is comparing are left to it, and those that an answer
 * being made may show are left for later.
 */
export const compareNewRecords: Chore = async (context) => {
  for (let compared = BATCH; compared === BATCH && !context.stopping?.(); )
    compared = await context.database.withViewer(SYSTEM, "WRITE", (session) => compareSome(session, context));
};
