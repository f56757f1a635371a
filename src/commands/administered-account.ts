import { and, arrayOverlaps, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { validate } from "uuid";
import { AUTHORITY } from "../auth/authority.js";
import type { Role } from "../auth/role.js";
import { IMPORTER } from "../auth/username.js";
import type { Viewer } from "../auth/viewer.js";
import type { Orm } from "../db/database.js";
import { account, session, verificationTask as t } from "../db/tables/index.js";
import { oneTimeUntil } from "../domain/one-time-password.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { moveTask } from "./move-task.js";

export type StoredAccount = typeof account.$inferSelect;

/** Whether somebody of these roles may undo what is done to accounts. */
export const administers = (roles: readonly Role[]): boolean =>
  AUTHORITY.disableAccount.some((role) => roles.includes(role));

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

/** What lets somebody in is not for one's own account: a sign-in that was stolen would be kept by it. @throws Refusal FORBIDDEN */
export const requireAnother = ({ accountId }: Viewer, id: string, instead: string): void => {
  if (accountId === id) throw new Refusal("FORBIDDEN", `This is for other accounts: ${instead}.`, { field: "id" });
};

/** @throws Refusal FORBIDDEN for the account that stands for imports */
export const requirePerson = ({ username }: StoredAccount): void => {
  if (username === IMPORTER)
    throw new Refusal("FORBIDDEN", "This account stands for imports: nobody signs in as it.", { field: "id" });
};

/** Ends all sign-ins of an account and the tokens issued for it. @returns their ids */
export const endSignIns = async (orm: Orm, accountId: string, now: Date): Promise<readonly string[]> => {
  const ended = await orm
    .update(session)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(session.accountId, accountId), isNull(session.revokedAt)))
    .returning({ id: session.id });
  return ended.map(({ id }) => id);
};

/** Sets a password by which its person chooses another. Whoever came by the old one is out. @returns the sign-ins that ended */
export const setOneTimePassword = async (
  orm: Orm,
  id: string,
  passwordHash: string,
  now: Date,
): Promise<readonly string[]> => {
  const until = oneTimeUntil(now).toISOString();
  await orm
    .update(account)
    .set({ passwordHash, oneTimeUntil: until, version: sql`${account.version} + 1` })
    .where(eq(account.id, id));
  return endSignIns(orm, id, now);
};
