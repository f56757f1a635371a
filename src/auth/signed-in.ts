import type { Role } from "./role.js";
import type { ANONYMOUS, Viewer } from "./viewer.js";

export interface BranchFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A viewer with the branch they work for, as one statement reads them. */
export interface SignedIn extends Viewer {
  readonly branch: BranchFacts | null;
}

/** Who may stand behind a request: never the process itself. */
export type Requester = SignedIn | typeof ANONYMOUS;

/** An account, as it stands in the database. */
export interface AccountStanding {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly branch: BranchFacts | null;
}

/** A sign-in and its account, as they stand in the database. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly revoked: boolean;
  readonly account: AccountStanding;
}

/** In production an account of the demo data is as good as none: its password is printed in the documentation. */
export const mayAct = (account: { disabled: boolean; demo: boolean }, production: boolean): boolean =>
  !account.disabled && !(production && account.demo);

/** An account in one of the roles it may act in. */
export const actingAs = (
  { id: accountId, username, displayName, branch }: AccountStanding,
  acting: Pick<SignedIn, "role" | "roles" | "sessionId">,
): SignedIn => ({ accountId, username, displayName, branchId: branch?.id ?? null, branch, ...acting });

/** Null when the sign-in stands no longer: ended, expired, its account disabled, its role taken away. */
export const signedIn = (facts: SessionFacts, now: Date, production: boolean): SignedIn | null => {
  const { sessionId, role, account } = facts;
  const stands = !facts.revoked && now < facts.expiresAt && mayAct(account, production) && account.roles.includes(role);
  return stands ? actingAs(account, { sessionId, role, roles: account.roles }) : null;
};
