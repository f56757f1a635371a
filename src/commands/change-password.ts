import { and, eq, isNull, ne } from "drizzle-orm";
import { hashPassword, verifyPassword } from "../auth/password.js";
import type { SignedIn } from "../auth/signed-in.js";
import { GATE } from "../auth/viewer.js";
import { findAccount } from "../db/queries/account.js";
import { session } from "../db/tables/index.js";
import { passwordHolds } from "../domain/one-time-password.js";
import { Refusal } from "../domain/refusal.js";
import { asAttempt } from "./attempt.js";
import type { Identity } from "./identity.js";
import type { Arrival } from "./login.js";
import { replacePassword, requireOther } from "./own-password.js";

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

const wrong = (): Refusal =>
  new Refusal("FORBIDDEN", "The current password is wrong: say the one you sign in with.", {
    field: "currentPassword",
  });

/** @returns the hash it was held against */
const checkCurrent = async (
  identity: Identity,
  { username }: SignedIn,
  { currentPassword }: PasswordChange,
  now: Date,
): Promise<string> => {
  const found = await identity.database.withViewer(GATE, "READ", (reading) => findAccount(reading, username));
  if (found === null || !(await verifyPassword(found.passwordHash, currentPassword))) throw wrong();
  if (!passwordHolds(found.oneTimeUntil, now)) throw wrong();
  return found.passwordHash;
};

/**
 * Sets another password of one's own. Every other sign-in of the account ends: whoever knew the old one is out.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS; FORBIDDEN for a wrong current password; BAD_USER_INPUT for one that is too short, too long or the same
 */
export const changePassword = async (
  identity: Identity,
  viewer: SignedIn,
  given: PasswordChange,
  { now, address }: Arrival,
): Promise<void> => {
  const { username } = viewer;
  const attempt = { username, address, now };
  const current = await asAttempt(identity.database, attempt, () => checkCurrent(identity, viewer, given, now));
  requireOther(given.currentPassword, given.newPassword);
  const passwordHash = await hashPassword(given.newPassword, "newPassword");
  await identity.database.withViewer(GATE, "WRITE", async ({ orm }) => {
    if (!(await replacePassword(orm, viewer.accountId, { current, next: passwordHash }))) throw wrong();
    const ofAccount = eq(session.accountId, viewer.accountId);
    const others = viewer.sessionId === null ? ofAccount : and(ofAccount, ne(session.id, viewer.sessionId));
    await orm
      .update(session)
      .set({ revokedAt: now.toISOString() })
      .where(and(others, isNull(session.revokedAt)));
  });
};
