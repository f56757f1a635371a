import { and, eq, isNull } from "drizzle-orm";
import { actingRole } from "../auth/acting-role.js";
import { hashPassword, verifyPassword } from "../auth/password.js";
import type { Role } from "../auth/role.js";
import { mayAct } from "../auth/signed-in.js";
import { isUsername } from "../auth/username.js";
import { GATE } from "../auth/viewer.js";
import type { Session } from "../db/database.js";
import { type AccountFacts, findAccount } from "../db/queries/account.js";
import { account } from "../db/tables/index.js";
import { passwordHolds } from "../domain/one-time-password.js";
import { Refusal } from "../domain/refusal.js";
import { asAttempt } from "./attempt.js";
import type { Identity } from "./identity.js";
import { replacePassword, requireOther } from "./own-password.js";
import { type SignIn, signIn } from "./sign-in.js";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** May be left out by an account that has one. */
  readonly role?: Role | null | undefined;
  /** Asked of whoever comes by a one-time password, and of nobody else. */
  readonly newPassword?: string | null | undefined;
}

const accountOf = ({ database }: Identity, username: string): Promise<AccountFacts | null> =>
  isUsername(username)
    ? database.withViewer(GATE, "READ", (session) => findAccount(session, username))
    : Promise.resolve(null);

const wrong = (): Refusal => new Refusal("UNAUTHENTICATED", "The username or the password is wrong.");

/** Unknown, disabled, wrong and outlived password are one refusal, after one password check: same bytes, same time. */
const authenticate = async (
  identity: Identity,
  { username, password }: Credentials,
  now: Date,
): Promise<AccountFacts> => {
  const found = await accountOf(identity, username);
  const known = await verifyPassword(found?.passwordHash ?? null, password);
  if (found === null || !known || !mayAct(found, identity.production)) throw wrong();
  if (!passwordHolds(found.oneTimeUntil, now)) throw wrong();
  return found;
};

export interface Arrival {
  readonly now: Date;
  /** Where it is tried from. */
  readonly address: string;
}

/**
 * The hash of the password somebody chooses in the place of a one-time one; null: theirs is their own.
 *
 * @throws Refusal BAD_USER_INPUT
 */
const chosen = async ({ oneTimeUntil }: AccountFacts, given: Credentials): Promise<string | null> => {
  const { password, newPassword = null } = given;
  const refuse = (message: string): Refusal => new Refusal("BAD_USER_INPUT", message, { field: "newPassword" });
  if (oneTimeUntil === null && newPassword === null) return null;
  if (oneTimeUntil === null) throw refuse("newPassword is for a one-time password: change your own by changePassword.");
  if (newPassword === null)
    throw refuse("This is a one-time password: sign in by it with a password of your own in newPassword.");
  requireOther(password, newPassword);
  return hashPassword(newPassword, "newPassword");
};

/**
 * Checking a password takes long enough for it to be changed meanwhile. From here on whoever changes it, or disables the
 * account, waits, and ends this sign-in with the others.
 *
 * @throws Refusal UNAUTHENTICATED
 */
const requireSamePassword = async ({ orm }: Session, { id, passwordHash }: AccountFacts): Promise<void> => {
  const same = and(eq(account.id, id), eq(account.passwordHash, passwordHash), isNull(account.disabledAt));
  const [found] = await orm.select({ id: account.id }).from(account).where(same).for("share");
  if (found === undefined) throw wrong();
};

/** The same, and the password is another from then on. */
const replaceOneTime = async ({ orm }: Session, found: AccountFacts, next: string): Promise<void> => {
  if (!(await replacePassword(orm, found.id, { current: found.passwordHash, next }))) throw wrong();
};

/**
 * Signs in, acting in one role until the token expires. By a one-time password nobody comes in who does not choose their own.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS; UNAUTHENTICATED, telling nothing of what was wrong; BAD_USER_INPUT and FORBIDDEN about the role and
 * the new password, after the right password only
 */
export const login = async (
  identity: Identity,
  credentials: Credentials,
  { now, address }: Arrival,
): Promise<SignIn> => {
  const { username } = credentials;
  const found = await asAttempt(identity.database, { username, address, now }, () =>
    authenticate(identity, credentials, now),
  );
  const role = actingRole(found.roles, credentials.role, "role");
  const next = await chosen(found, credentials);
  const expiresAt = new Date(now.getTime() + identity.tokenHours * 3_600_000);
  return identity.database.withViewer(GATE, "WRITE", async (session) => {
    await (next === null ? requireSamePassword(session, found) : replaceOneTime(session, found, next));
    return signIn(session, identity.tokens, { account: found, role, createdAt: now, expiresAt });
  });
};
