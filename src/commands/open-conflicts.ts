import type { Orm } from "../db/database.js";
import { conflict } from "../db/tables/index.js";
import { inParts } from "../domain/parts.js";
import { bestMethod, isVerified } from "../domain/verification-policy.js";
import type { Contradiction } from "./find-contradictions.js";
import { openTasks } from "./open-task.js";

/** Conflicts written together. */
const AT_ONCE = 500;

/** In one order, so that of two processes that found the same one waits for the other, and never both. */
const inOrder = (a: Contradiction, b: Contradiction): number =>
  a.first.id + a.second.id < b.first.id + b.second.id ? -1 : 1;

const rowOf = ({ first, second, fields }: Contradiction, openedAt: string) => ({
  customerId: first.customerId,
  category: first.category,
  firstId: first.id,
  secondId: second.id,
  fields: [...fields],
  openedAt,
});

const openSome = async (orm: Orm, found: readonly Contradiction[], now: Date): Promise<void> => {
  const { firstId, secondId, customerId, category } = conflict;
  const opened = await orm
    .insert(conflict)
    .values(found.map((each) => rowOf(each, now.toISOString())))
    .onConflictDoNothing({ target: [firstId, secondId] })
    .returning({ firstId, secondId, customerId, category });
  const tasks = opened.flatMap(({ category, ...each }) =>
    // Nobody verifies an assessment: which of two holds a reviewer decides.
    isVerified(category)
      ? {
          customerId: each.customerId,
          category,
          method: bestMethod(category),
          cause: "CONTRADICTION" as const,
          requestedBy: null,
          recordIds: [each.firstId, each.secondId],
        }
      : [],
  );
  await openTasks(orm, { now, actorId: null }, tasks);
};

/** Writes down what contradicts what, each pair once, and opens an urgent task over both (SP8). */
export const openConflicts = async (orm: Orm, found: readonly Contradiction[], now: Date): Promise<void> => {
  for (const part of inParts([...found].sort(inOrder), AT_ONCE)) await openSome(orm, part, now);
};
