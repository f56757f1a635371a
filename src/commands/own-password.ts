import { and, eq, isNull, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";

/** @throws Refusal BAD_USER_INPUT */
export const requireOther = (current: string, next: string): void => {
  if (next.normalize("NFKC") === current.normalize("NFKC"))
    throw new Refusal("BAD_USER_INPUT", "The new password is the current one: choose another.", {
      field: "newPassword",
    });
};

/**
 * Sets a password its person has chosen in the place of the one they proved to know, by their hashes.
 *
 * @returns false where that is no longer the password, or the account is disabled: of two changes at once one comes too late
 */
export const replacePassword = async (
  orm: Orm,
  accountId: string,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<boolean> => {
  const changes = { passwordHash: next, oneTimeUntil: null, version: sql`${account.version} + 1` };
  const unchanged = and(eq(account.id, accountId), eq(account.passwordHash, current), isNull(account.disabledAt));
  return (await orm.update(account).set(changes).where(unchanged).returning({ id: account.id })).length > 0;
};
