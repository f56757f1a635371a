import type { Role } from "../auth/role.js";
import type { BranchFacts, SignedIn } from "../auth/signed-in.js";
import type { Tokens } from "../auth/token.js";
import type { Session } from "../db/database.js";
import { insertSession } from "../db/queries/session.js";

/** What one gets for signing in. The token is shown once and stored nowhere. */
export interface SignIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly viewer: SignedIn;
}

interface Start {
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly roles: readonly Role[];
    readonly branch: BranchFacts | null;
  };
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Starts a sign-in and issues its token. A token that could not be issued leaves no sign-in behind. */
export const signIn = async (session: Session, tokens: Tokens, start: Start): Promise<SignIn> => {
  const { account, role, createdAt, expiresAt } = start;
  const { id: accountId, username, displayName, roles, branch } = account;
  const sessionId = await insertSession(session, { accountId, role, createdAt, expiresAt });
  const token = await tokens.issue({ sessionId, accountId }, createdAt, expiresAt);
  const branchId = branch?.id ?? null;
  return { token, expiresAt, viewer: { accountId, sessionId, username, displayName, role, roles, branchId, branch } };
};
