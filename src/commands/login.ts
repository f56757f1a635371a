import { and, eq } from "drizzle-orm";
import { actingRole } from "../auth/acting-role.js";
import { verifyPassword } from "../auth/password.js";
import type { Role } from "../auth/role.js";
import { mayAct } from "../auth/signed-in.js";
import { isUsername } from "../auth/username.js";
import { GATE } from "../auth/viewer.js";
import type { Session } from "../db/database.js";
import { type AccountFacts, findAccount } from "../db/queries/account.js";
import { account } from "../db/tables/index.js";
import { Refusal } from "../domain/refusal.js";
import { asAttempt } from "./attempt.js";
import type { Identity } from "./identity.js";
import { type SignIn, signIn } from "./sign-in.js";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** May be left out by an account that has one. */
  readonly role?: Role | null | undefined;
}

const accountOf = ({ database }: Identity, username: string): Promise<AccountFacts | null> =>
  isUsername(username)
    ? database.withViewer(GATE, "READ", (session) => findAccount(session, username))
    : Promise.resolve(null);

const wrong = (): Refusal => new Refusal("UNAUTHENTICATED", "The username or the password is wrong.");

/** Unknown, disabled and wrong password are one refusal, after one password check: same bytes, same time. */
const authenticate = async (identity: Identity, { username, password }: Credentials): Promise<AccountFacts> => {
  const found = await accountOf(identity, username);
  const known = await verifyPassword(found?.passwordHash ?? null, password);
  if (found === null || !known || !mayAct(found, identity.production)) throw wrong();
  return found;
};

export interface Arrival {
  readonly now: Date;
  /** Where it is tried from. */
  readonly address: string;
}

/**
 * Checking a password takes long enough for it to be changed meanwhile. From here on whoever changes it waits, and ends this
 * sign-in with the others.
 *
 * @throws Refusal UNAUTHENTICATED
 */
const requireSamePassword = async ({ orm }: Session, { id, passwordHash }: AccountFacts): Promise<void> => {
  const same = and(eq(account.id, id), eq(account.passwordHash, passwordHash));
  const [found] = await orm.select({ id: account.id }).from(account).where(same).for("share");
  if (found === undefined) throw wrong();
};

/**
 * Signs in, acting in one role until the token expires.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS; UNAUTHENTICATED, telling nothing of what was wrong; BAD_USER_INPUT and FORBIDDEN about the role, after
 * the right password only
 */
export const login = async (
  identity: Identity,
  credentials: Credentials,
  { now, address }: Arrival,
): Promise<SignIn> => {
  const { username } = credentials;
  const found = await asAttempt(identity.database, { username, address, now }, () =>
    authenticate(identity, credentials),
  );
  const role = actingRole(found.roles, credentials.role, "role");
  const expiresAt = new Date(now.getTime() + identity.tokenHours * 3_600_000);
  return identity.database.withViewer(GATE, "WRITE", async (session) => {
    await requireSamePassword(session, found);
    return signIn(session, identity.tokens, { account: found, role, createdAt: now, expiresAt });
  });
};
