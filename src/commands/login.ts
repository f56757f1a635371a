import { actingRole } from "../auth/acting-role.js";
import { verifyPassword } from "../auth/password.js";
import type { Role } from "../auth/role.js";
import { mayAct } from "../auth/signed-in.js";
import { isUsername } from "../auth/username.js";
import { GATE } from "../auth/viewer.js";
import { type AccountFacts, findAccount } from "../db/queries/account.js";
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

/** Unknown, disabled and wrong password are one refusal, after one password check: same bytes, same time. */
const authenticate = async (identity: Identity, { username, password }: Credentials): Promise<AccountFacts> => {
  const account = await accountOf(identity, username);
  const known = await verifyPassword(account?.passwordHash ?? null, password);
  if (account === null || !known || !mayAct(account, identity.production)) {
    throw new Refusal("UNAUTHENTICATED", "The username or the password is wrong.");
  }
  return account;
};

export interface Arrival {
  readonly now: Date;
  /** Where it is tried from. */
  readonly address: string;
}

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
  const account = await asAttempt(identity.database, { username, address, now }, () =>
    authenticate(identity, credentials),
  );
  const role = actingRole(account.roles, credentials.role, "role");
  const expiresAt = new Date(now.getTime() + identity.tokenHours * 3_600_000);
  return identity.database.withViewer(GATE, "WRITE", (session) =>
    signIn(session, identity.tokens, { account, role, createdAt: now, expiresAt }),
  );
};
