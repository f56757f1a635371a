import { hashPassword } from "../auth/password.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { findAccount } from "../db/queries/account.js";
import { Refusal } from "../domain/refusal.js";
import { administers, lockAccounts, setOneTimePassword } from "./administered-account.js";

/** @throws Refusal saying who else could help, or who has to */
const requireAdmin = (found: Awaited<ReturnType<typeof lockAccounts>>["found"]): void => {
  if (!administers(found.roles))
    throw new Refusal("FORBIDDEN", "This account administers no others: whoever does resets its password.");
  if (found.disabledAt !== null)
    throw new Refusal("INVALID_TRANSITION", "This account is disabled: another administrator enables it.");
};

/**
 * The last way back, from the command line of the machine: for an administrator there is no other one to help. Of everybody
 * else an administrator resets the password, and stands in the read ledger for it.
 *
 * @throws Refusal NOT_FOUND; FORBIDDEN; INVALID_TRANSITION; BAD_USER_INPUT about the password
 */
export const resetAdminPassword = async (
  database: Database,
  { username, password }: { readonly username: string; readonly password: string },
  now: Date,
): Promise<void> => {
  const passwordHash = await hashPassword(password);
  await database.withViewer(SYSTEM, "WRITE", async (session) => {
    const named = await findAccount(session, username);
    if (named === null) throw new Refusal("NOT_FOUND", "There is no account of this name.", { field: "username" });
    const { found } = await lockAccounts(session.orm, named.id);
    requireAdmin(found);
    await setOneTimePassword(session.orm, found.id, passwordHash, now);
  });
};
