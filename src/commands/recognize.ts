import { type Requester, type SignedIn, signedIn } from "../auth/signed-in.js";
import { ANONYMOUS } from "../auth/viewer.js";
import { Refusal } from "../domain/refusal.js";
import type { Identity } from "./identity.js";

const bearerOf = (authorization: string): string => {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (token === undefined) {
    throw new Refusal("UNAUTHENTICATED", "The Authorization header has to read: Bearer, a space, and the token.");
  }
  return token;
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

/**
 * Who stands behind a request. The token only names the sign-in; what it may do is read from the database.
 *
 * @throws Refusal UNAUTHENTICATED when a token was sent and does not hold: nobody is quietly treated as anonymous
 */
export const recognize = async (
  identity: Identity,
  authorization: string | undefined,
  now: Date,
): Promise<Requester> => (authorization === undefined ? ANONYMOUS : standing(identity, bearerOf(authorization), now));
