import { randomBytes } from "node:crypto";
import { AUTHORITY, type Mutation, mayCall } from "../../auth/authority.js";
import { hashPassword } from "../../auth/password.js";
import type { Role } from "../../auth/role.js";
import { IMPORTER } from "../../auth/username.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Session } from "../../db/database.js";
import { type AccountFacts, findAccount } from "../../db/queries/account.js";
import { listBranches } from "../../db/queries/import.js";
import { newId } from "../../db/tables/columns.js";
import { account } from "../../db/tables/index.js";
import type { LocalDate } from "../../domain/local-date.js";
import { Refusal } from "../../domain/refusal.js";
import type { CommandContext } from "../context.js";

export interface Branch {
  readonly id: string;
  readonly code: string;
}

/** Whose customers the rows are about, on whose behalf they are collected, and what day it is. */
export interface ImportSettings {
  readonly branch: Branch;
  readonly context: CommandContext;
  readonly today: LocalDate;
}

/** @throws Refusal NOT_FOUND or BAD_USER_INPUT, listing the codes there are */
export const chooseBranch = async (session: Session, code: string | undefined): Promise<Branch> => {
  const branches = await listBranches(session);
  const codes = branches.map((branch) => branch.code).join(", ");
  if (branches.length === 0) throw new Refusal("NOT_FOUND", "There is no branch yet to import customers into.");
  const chosen = code === undefined ? branches[0] : branches.find((branch) => branch.code === code);
  if (chosen === undefined) throw new Refusal("NOT_FOUND", `There is no branch ${code}; there are: ${codes}.`);
  if (code === undefined && branches.length > 1)
    throw new Refusal("BAD_USER_INPUT", `There are several branches; choose one with --branch: ${codes}.`);
  return chosen;
};

/** It is made disabled, its password nobody's. */
const makeImporter = async (session: Session, now: Date): Promise<AccountFacts> => {
  const [id, at, displayName] = [newId(), now.toISOString(), "Register import"];
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  const roles = [...AUTHORITY.collectRegistration];
  await session.orm
    .insert(account)
    .values({ id, username: IMPORTER, displayName, passwordHash, roles, disabledAt: at, createdAt: at });
  const facts = { id, username: IMPORTER, displayName, passwordHash, oneTimeUntil: null, roles };
  return { ...facts, disabled: true, demo: false, branch: null };
};

const acting = ({ id: accountId, username, displayName, roles }: AccountFacts, role: Role, branch: Branch): Viewer => ({
  accountId,
  sessionId: accountId,
  username,
  displayName,
  role,
  roles,
  branchId: branch.id,
});

/**
 * Who counts as the collector, in the role that lets them.
 *
 * @throws Refusal NOT_FOUND, or FORBIDDEN for an account that may not collect what all of the mutations collect
 */
export const chooseCollector = async (
  session: Session,
  { username, branch, mutations }: { username: string | undefined; branch: Branch; mutations: readonly Mutation[] },
  now: Date,
): Promise<Viewer> => {
  const found = await findAccount(session, username ?? IMPORTER);
  if (found === null && username !== undefined) throw new Refusal("NOT_FOUND", `There is no account ${username}.`);
  const collector = found ?? (await makeImporter(session, now));
  const role = collector.roles.find((each) => mutations.every((mutation) => mayCall(each, mutation)));
  if (role === undefined)
    throw new Refusal("FORBIDDEN", `The account ${collector.username} may not call ${mutations.join(", ")}.`);
  if (username !== undefined && collector.disabled)
    throw new Refusal("FORBIDDEN", `The account ${collector.username} is disabled.`);
  return acting(collector, role, branch);
};
