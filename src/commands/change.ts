import { and, eq } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { idempotency } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext, Once } from "./context.js";

/** What a command answers: keys of rows, never their content. */
export type Outcome = Readonly<Record<string, string | number | null | readonly string[]>>;

const done = async (orm: Orm, accountId: string, { key, request }: Once): Promise<Outcome | undefined> => {
  const [found] = await orm
    .select({ request: idempotency.request, outcome: idempotency.outcome })
    .from(idempotency)
    .where(and(eq(idempotency.accountId, accountId), eq(idempotency.key, key)));
  if (found === undefined) return undefined;
  if (found.request !== request)
    throw new Refusal("CONFLICT", "Idempotency-Key: this key stands for another change; make a new key for this one.");
  return found.outcome as Outcome;
};

/** Takes the key: whoever asks with the same one at the same time waits here until the first is through. */
const take = async (orm: Orm, accountId: string, { key, request }: Once, at: string): Promise<boolean> => {
  const taken = await orm
    .insert(idempotency)
    .values({ accountId, key, request, outcome: {}, createdAt: at })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  return taken.length === 1;
};

/**
 * One change, one transaction: all of it or nothing. Under a key it is done once; asked again it answers the same rows,
 * which are then read anew with the clearance of that moment.
 *
 * @throws Refusal CONFLICT when the key stands for another change
 */
export const change = async <T extends Outcome>(
  context: CommandContext,
  work: (orm: Orm) => Promise<T>,
): Promise<T> => {
  const { database, viewer, once, now, wrote } = context;
  const outcome = await database.withViewer(viewer, "WRITE", async ({ orm }) => {
    if (once === null) return work(orm);
    if (!(await take(orm, viewer.accountId, once, now.toISOString())))
      return (await done(orm, viewer.accountId, once)) as T;
    const answered = await work(orm);
    await orm
      .update(idempotency)
      .set({ outcome: answered })
      .where(and(eq(idempotency.accountId, viewer.accountId), eq(idempotency.key, once.key)));
    return answered;
  });
  wrote();
  return outcome;
};
