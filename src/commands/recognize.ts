import { actingRole } from "../auth/acting-role.js";
import { Role } from "../auth/role.js";
import { actingAs, mayAct, type Requester, type SignedIn, signedIn } from "../auth/signed-in.js";
import { ANONYMOUS } from "../auth/viewer.js";
import { namesOf } from "../domain/enumeration.js";
import { Refusal } from "../domain/refusal.js";
import type { Identity, OutsideIdentity } from "./identity.js";

/** What a request says of who sends it. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** `x-acting-role`: which of several roles, where no sign-in has chosen one. */
  readonly actingRole: string | undefined;
}

const ROLE_HEADER = "x-acting-role";

const bearerOf = (authorization: string): string => {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (token === undefined) {
    throw new Refusal("UNAUTHENTICATED", "The Authorization header has to read: Bearer, a space, and the token.");
  }
  return token;
};

const roleOf = (header: string | undefined): Role | null => {
  if (header === undefined) return null;
  const named = namesOf(Role).find((role) => role === header.trim());
  if (named !== undefined) return named;
  throw new Refusal("BAD_USER_INPUT", `${ROLE_HEADER}: name one role, as the schema writes it.`);
};

const standing = async (identity: Identity, token: string, now: Date): Promise<SignedIn> => {
  const { sessionId, accountId } = await identity.tokens.read(token, now);
  const facts = await identity.sessions.read(sessionId, now);
  const viewer = facts === null ? null : signedIn(facts, now, identity.production);
  if (viewer === null || viewer.accountId !== accountId) {
    throw new Refusal("UNAUTHENTICATED", "This sign-in has ended: sign in again, without the token.");
  }
  return viewer;
};

/** A sign-in has its role: another one is for `switchRole`, and is not passed over in silence. */
const inItsRole = (viewer: SignedIn, asked: Role | null): SignedIn => {
  if (asked === null || asked === viewer.role) return viewer;
  throw new Refusal("BAD_USER_INPUT", `${ROLE_HEADER}: this sign-in acts as ${viewer.role}; use switchRole.`);
};

/** Of the roles the account holds those the provider's token names, too, if it is asked for them. */
const fromOutside = async (
  { provider, accounts }: OutsideIdentity,
  { production }: Identity,
  token: string,
  asked: Role | null,
  now: Date,
): Promise<SignedIn> => {
  const { subject, roles: claimed } = await provider.read(token, now);
  const account = await accounts.read(subject, now);
  if (account === null || !mayAct(account, production)) {
    throw new Refusal("UNAUTHENTICATED", "No account in use is linked to this identity: ask who administers accounts.");
  }
  const roles = account.roles.filter((role) => claimed?.includes(role) ?? true);
  if (roles.length === 0)
    throw new Refusal("FORBIDDEN", "The provider's token names no role that the account holds.", {
      field: ROLE_HEADER,
    });
  return actingAs(account, { sessionId: null, roles, role: actingRole(roles, asked, ROLE_HEADER) });
};

/**
 * Who stands behind a request. The token only names the sign-in, or whom a provider vouches for; what they may do is
 * read from the database.
 *
 * @throws Refusal UNAUTHENTICATED when a token was sent and does not hold: nobody is quietly treated as anonymous.
 * UNAVAILABLE when nobody can say whether it holds
 */
export const recognize = async (identity: Identity, sent: Credentials, now: Date): Promise<Requester> => {
  if (sent.authorization === undefined) return ANONYMOUS;
  const token = bearerOf(sent.authorization);
  const asked = roleOf(sent.actingRole);
  const { outside } = identity;
  if (outside?.provider.claims(token)) return fromOutside(outside, identity, token, asked, now);
  return inItsRole(await standing(identity, token, now), asked);
};
