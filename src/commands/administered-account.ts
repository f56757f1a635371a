import { and, arrayOverlaps, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { validate } from "uuid";
import { AUTHORITY } from "../auth/authority.js";
import type { Orm } from "../db/database.js";
import { account, verificationTask as t } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { moveTask } from "./move-task.js";

export type StoredAccount = typeof account.$inferSelect;

const mayDisable = and(isNull(account.disabledAt), arrayOverlaps(account.roles, [...AUTHORITY.disableAccount]));

/** The account, and all that could disable it: locked together, else two of them disable each other at once. */
export const lockAccounts = async (
  orm: Orm,
  id: string,
): Promise<{ found: StoredAccount; others: StoredAccount[] }> => {
  const notFound = new Refusal("NOT_FOUND", "There is no such account.", { field: "id" });
  if (!validate(id)) throw notFound;
  const locked = await orm
    .select()
    .from(account)
    .where(or(eq(account.id, id), mayDisable))
    .orderBy(asc(account.id))
    .for("no key update");
  const found = locked.find((each) => each.id === id);
  if (found === undefined) throw notFound;
  return { found, others: locked.filter((each) => each.id !== id) };
};

/** What somebody held and can hold no longer goes back into the queue. */
export const reopenTasks = async (orm: Orm, { viewer, now }: CommandContext, assigneeId: string): Promise<void> => {
  const held = await orm
    .select()
    .from(t)
    .where(and(eq(t.assigneeId, assigneeId), inArray(t.status, ["CLAIMED", "RETURNED"])))
    .orderBy(asc(t.id))
    .for("update");
  for (const task of held) await moveTask(orm, task, "REOPEN", { actorId: viewer.accountId, now });
};

/** Nobody is left without an account that administers others. @throws Refusal INVALID_TRANSITION */
export const requireOthers = (others: readonly StoredAccount[]): void => {
  if (others.length === 0)
    throw new Refusal("INVALID_TRANSITION", "The last account that administers others stays: make another one first.");
};
