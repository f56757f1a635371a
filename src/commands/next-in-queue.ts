import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { verificationTask as t } from "../db/tables/index.js";
import type { StoredTask } from "./task-in-scope.js";

const ORDER = [desc(t.priority), asc(t.dueAt), asc(t.id)];

/** The most urgent of these that nobody else is just being given: locked, and passed over by all others. */
export const mostUrgent = async (orm: Orm, conditions: readonly SQL[]): Promise<StoredTask | undefined> => {
  const [found] = await orm
    .select()
    .from(t)
    .where(and(...conditions))
    .orderBy(...ORDER)
    .limit(1)
    .for("update", { skipLocked: true });
  return found;
};

/** What of a queue is looked at together: little at first, as one of the first is nearly always it. */
const [FIRST, GROWTH, MOST] = [20, 10, 2000];

type Place = Pick<StoredTask, "id" | "priority" | "dueAt">;

const behind = ({ id, priority, dueAt }: Place): SQL =>
  sql`(${t.priority} < ${priority} or (${t.priority} = ${priority} and (${t.dueAt}, ${t.id}) > (${dueAt}, ${id}::uuid)))`;

/** One value, however many there are: the same statement, whose plan is kept. */
const isAmong = (part: readonly Place[]): SQL => sql`${t.id} = any(${sql.param(part.map(({ id }) => id))}::uuid[])`;

/**
 * The most urgent task of a queue that also meets what is dear to ask. Asked of a whole queue at once, PostgreSQL would ask it
 * of every task there is before it sorts them; so the queue is read off its index, part by part.
 */
export const nextInQueue = async (
  orm: Orm,
  queue: readonly SQL[],
  dear: readonly SQL[],
): Promise<StoredTask | undefined> => {
  const place = { id: t.id, priority: t.priority, dueAt: t.dueAt };
  for (let size = FIRST, after: Place | undefined; ; size = Math.min(size * GROWTH, MOST)) {
    const part: Place[] = await orm
      .select(place)
      .from(t)
      .where(and(...queue, after && behind(after)))
      .orderBy(...ORDER)
      .limit(size);
    const found = part.length === 0 ? undefined : await mostUrgent(orm, [isAmong(part), ...queue, ...dear]);
    after = part.at(-1);
    if (found !== undefined || part.length < size) return found;
  }
};
