import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { Role } from "../../auth/role.js";
import type { BranchFacts } from "../../auth/signed-in.js";
import type { VerificationMethod } from "../../domain/task.js";
import type { Session } from "../database.js";
import { account, branch } from "../tables/index.js";

// Accounts are no customers': no row scope applies. They are read and written by the process itself, as SYSTEM.

export interface AccountFacts {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  /** Of a password somebody else has set: the end of its time. */
  readonly oneTimeUntil: Date | null;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly branch: BranchFacts | null;
}

export const branchColumns = { id: branch.id, code: branch.code, name: branch.name };

const findAccountWhere = async ({ orm }: Session, wanted: SQL): Promise<AccountFacts | null> => {
  const [row] = await orm
    .select({ account, branch: branchColumns })
    .from(account)
    .leftJoin(branch, eq(branch.id, account.branchId))
    .where(wanted);
  if (row === undefined) return null;
  const { id, username, displayName, passwordHash, roles, demo, disabledAt, oneTimeUntil } = row.account;
  return {
    id,
    username,
    displayName,
    passwordHash,
    oneTimeUntil: oneTimeUntil === null ? null : new Date(oneTimeUntil),
    roles,
    demo,
    disabled: disabledAt !== null,
    branch: row.branch,
  };
};

export const findAccount = (session: Session, username: string): Promise<AccountFacts | null> =>
  findAccountWhere(session, eq(account.username, username));

export const findAccountById = (session: Session, id: string): Promise<AccountFacts | null> =>
  findAccountWhere(session, eq(account.id, id));

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly branchId: string | null;
  readonly qualifications: readonly VerificationMethod[];
}

/** Null when the username is taken. */
export const insertAccount = async (
  { orm }: Pick<Session, "orm">,
  { roles, qualifications, ...facts }: NewAccount,
): Promise<string | null> => {
  const [row] = await orm
    .insert(account)
    .values({ ...facts, roles: [...roles], qualifications: [...qualifications] })
    .onConflictDoNothing({ target: account.username })
    .returning({ id: account.id });
  return row?.id ?? null;
};

export const findBranchByCode = async ({ orm }: Pick<Session, "orm">, code: string): Promise<BranchFacts | null> => {
  const [row] = await orm.select(branchColumns).from(branch).where(eq(branch.code, code));
  return row ?? null;
};

/** Who may be tried with the demo password, in the order of their making. */
export const listDemoAccounts = ({
  orm,
}: Session): Promise<{ username: string; displayName: string; roles: Role[] }[]> =>
  orm
    .select({ username: account.username, displayName: account.displayName, roles: account.roles })
    .from(account)
    .where(and(eq(account.demo, true), isNull(account.disabledAt)))
    .orderBy(asc(account.roles), asc(account.username));
