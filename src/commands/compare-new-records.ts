import { and, inArray, isNull, lte, ne } from "drizzle-orm";
import { SYSTEM } from "../auth/viewer.js";
import type { Session } from "../db/database.js";
import { comparableRecord } from "../db/encryption/record-values.js";
import { overlappingPairs, type RecordPair } from "../db/queries/overlapping-pairs.js";
import { conflict, informationRecord as r } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { contradictingFields } from "../domain/contradiction.js";
import { bestMethod, isVerified } from "../domain/verification-policy.js";
import type { Chore, ChoreContext } from "./chore.js";
import { openTask } from "./open-task.js";

/** Records a transaction: an import writes thousands. */
const BATCH = 500;
/** Pairs whose content is looked at together. */
const PAIRS = 500;

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

/** In one order, so that of two processes that found the same one waits for the other, and never both. */
const inOrder = (a: RecordPair, b: RecordPair): number => (a.firstId + a.secondId < b.firstId + b.secondId ? -1 : 1);

const contradictionsAmong = async ({ orm }: Session, pairs: readonly RecordPair[]) => {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const rows = await orm.select().from(r).where(inArray(r.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pairs.flatMap((pair) => {
    const [first, second] = [byId.get(pair.firstId), byId.get(pair.secondId)];
    if (first === undefined || second === undefined) return [];
    const { customerId, category } = first;
    const fields = contradictingFields(category, comparableRecord(first), comparableRecord(second));
    return fields.length === 0 ? [] : [{ ...pair, customerId, category, fields }];
  });
};

interface Opened extends RecordPair {
  readonly customerId: string;
  readonly category: CategoryCode;
}

const openConflicts = async (
  session: Session,
  pairs: readonly RecordPair[],
  openedAt: string,
): Promise<readonly Opened[]> => {
  const found = await contradictionsAmong(session, pairs);
  if (found.length === 0) return [];
  return session.orm
    .insert(conflict)
    .values(found.map((each) => ({ ...each, openedAt })))
    .onConflictDoNothing({ target: [conflict.firstId, conflict.secondId] })
    .returning({
      firstId: conflict.firstId,
      secondId: conflict.secondId,
      customerId: conflict.customerId,
      category: conflict.category,
    });
};

const openTasks = async ({ orm }: Session, opened: readonly Opened[], now: Date): Promise<void> => {
  for (const { firstId, secondId, customerId, category } of opened) {
    // Nobody verifies an assessment: which of two holds a reviewer decides.
    if (!isVerified(category)) continue;
    const about = { customerId, category, method: bestMethod(category), recordIds: [firstId, secondId] };
    await openTask(orm, { now, actorId: null }, { ...about, cause: "CONTRADICTION", requestedBy: null });
  }
};

const compareSome = async (session: Session, { now, answeredUntil }: ChoreContext): Promise<number> => {
  const ids = await takeNew(session, answeredUntil?.());
  if (ids.length === 0) return 0;
  const pairs = (await overlappingPairs(session, ids)).sort(inOrder);
  for (let start = 0; start < pairs.length; start += PAIRS)
    await openTasks(session, await openConflicts(session, pairs.slice(start, start + PAIRS), now.toISOString()), now);
  await session.orm.update(r).set({ comparedAt: now.toISOString() }).where(inArray(r.id, ids));
  return ids.length;
};

/**
 * Holds new records against the other live ones of their series (SP8): where they contradict each other a conflict is
 * opened, and an urgent task over both. Records another process is comparing are left to it, and those that an answer being made
 * may show are left for later.
 */
export const compareNewRecords: Chore = async (context) => {
  for (let compared = BATCH; compared === BATCH && !context.stopping?.(); )
    compared = await context.database.withViewer(SYSTEM, "WRITE", (session) => compareSome(session, context));
};
