import { and, eq, isNull } from "drizzle-orm";
import type { Role } from "../../auth/role.js";
import type { AccountStanding, BranchFacts, SessionFacts } from "../../auth/signed-in.js";
import type { Session } from "../database.js";
import { account, branch, session } from "../tables/index.js";
import { branchColumns } from "./account.js";

const sessionColumns = { role: session.role, expiresAt: session.expiresAt, revokedAt: session.revokedAt };

const accountColumns = {
  id: account.id,
  username: account.username,
  displayName: account.displayName,
  roles: account.roles,
  demo: account.demo,
  disabledAt: account.disabledAt,
};

type AccountRow = Omit<AccountStanding, "disabled" | "branch"> & { readonly disabledAt: string | null };

const standingOf = ({ disabledAt, ...facts }: AccountRow, branchFacts: BranchFacts | null): AccountStanding => ({
  ...facts,
  disabled: disabledAt !== null,
  branch: branchFacts,
});

/** A sign-in with its account and branch, in one statement: it runs for nearly every request. */
export const findSession = async ({ orm }: Session, sessionId: string): Promise<SessionFacts | null> => {
  const [row] = await orm
    .select({ session: sessionColumns, account: accountColumns, branch: branchColumns })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(branch, eq(branch.id, account.branchId))
    .where(eq(session.id, sessionId));
  if (row === undefined) return null;
  return {
    sessionId,
    role: row.session.role,
    expiresAt: new Date(row.session.expiresAt),
    revoked: row.session.revokedAt !== null,
    account: standingOf(row.account, row.branch),
  };
};

/** The account an identity of a provider was linked to, with its branch. */
export const findLinkedAccount = async (
  { orm }: Session,
  issuer: string,
  subject: string,
): Promise<AccountStanding | null> => {
  const [row] = await orm
    .select({ account: accountColumns, branch: branchColumns })
    .from(account)
    .leftJoin(branch, eq(branch.id, account.branchId))
    .where(and(eq(account.identityIssuer, issuer), eq(account.identitySubject, subject)));
  return row === undefined ? null : standingOf(row.account, row.branch);
};

export interface NewSession {
  readonly accountId: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const insertSession = async ({ orm }: Session, { accountId, role, ...times }: NewSession): Promise<string> => {
  const createdAt = times.createdAt.toISOString();
  const expiresAt = times.expiresAt.toISOString();
  const [row] = await orm
    .insert(session)
    .values({ accountId, role, createdAt, expiresAt })
    .returning({ id: session.id });
  if (row === undefined) throw new Error("a sign-in was not stored");
  return row.id;
};

export interface Ended {
  readonly expiresAt: Date;
  /** Of a token that was issued; null: somebody signed in. */
  readonly name: string | null;
}

/** Holds the account as it is until the transaction ends: what ends all its sign-ins waits, and then finds new ones, too. */
export const holdAccount = async ({ orm }: Session, accountId: string): Promise<void> => {
  await orm.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for("share");
};

/** Ends a sign-in; null when it had ended already. */
export const revokeSession = async ({ orm }: Session, sessionId: string, now: Date): Promise<Ended | null> => {
  const [row] = await orm
    .update(session)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(session.id, sessionId), isNull(session.revokedAt)))
    .returning({ expiresAt: session.expiresAt, name: session.name });
  return row === undefined ? null : { ...row, expiresAt: new Date(row.expiresAt) };
};
