import type { Role } from "../auth/role.js";
import type { SignedIn } from "../auth/signed-in.js";
import { GATE } from "../auth/viewer.js";
import { holdAccount, revokeSession } from "../db/queries/session.js";
import { Refusal } from "../domain/refusal.js";
import type { Identity } from "./identity.js";
import { ownSession } from "./own-session.js";
import { type SignIn, signIn } from "./sign-in.js";

/**
 * Goes on in another role of the account: a new sign-in that ends when the old one would have, so that switching does
 * not prolong it. The old token stops.
 *
 * @throws Refusal FORBIDDEN for a role not held, and for a token, BAD_USER_INPUT without a sign-in of one's own, UNAUTHENTICATED when the sign-in has ended meanwhile
 */
export const switchRole = async (identity: Identity, viewer: SignedIn, role: Role, now: Date): Promise<SignIn> => {
  const { accountId, roles } = viewer;
  const sessionId = ownSession(viewer);
  if (!roles.includes(role)) {
    throw new Refusal("FORBIDDEN", `Your account does not hold this role; it holds ${roles.join(", ")}.`, {
      field: "role",
    });
  }
  const next = await identity.database.withViewer(GATE, "WRITE", async (session) => {
    await holdAccount(session, accountId);
    const ended = await revokeSession(session, sessionId, now);
    if (ended === null) throw new Refusal("UNAUTHENTICATED", "This sign-in has ended: sign in again.");
    // What goes on from a token would bear no name, and whoever issued it could not end it.
    if (ended.name !== null) throw new Refusal("FORBIDDEN", "A token is of one role: sign in to act in another one.");
    const { expiresAt } = ended;
    const account = { ...viewer, id: accountId };
    return signIn(session, identity.tokens, { account, role, createdAt: now, expiresAt });
  });
  identity.sessions.forget(sessionId);
  return next;
};
