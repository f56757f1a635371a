import { randomBytes } from "node:crypto";
import { AUTHORITY } from "../../auth/authority.js";
import { hashPassword } from "../../auth/password.js";
import type { Session } from "../../db/database.js";
import { findAccount } from "../../db/queries/account.js";
import { listBranches } from "../../db/queries/register-import.js";
import { newId } from "../../db/tables/columns.js";
import { account } from "../../db/tables/index.js";
import type { LocalDate } from "../../domain/local-date.js";
import { Refusal } from "../../domain/refusal.js";

export interface Branch {
  readonly id: string;
  readonly code: string;
}

/** Where imported customers go, who counts as their collector, and when it is. */
export interface ImportSettings {
  readonly branch: Branch;
  readonly collectorId: string;
  readonly now: Date;
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

/** The account that stands for the import itself. It is made disabled, its password nobody's: nobody signs in as it. */
const IMPORTER = "importer";

const makeImporter = async (session: Session, now: Date): Promise<string> => {
  const id = newId();
  const at = now.toISOString();
  await session.orm.insert(account).values({
    id,
    username: IMPORTER,
    displayName: "Register import",
    passwordHash: await hashPassword(randomBytes(32).toString("base64url")),
    roles: [...AUTHORITY.collectRegistration],
    disabledAt: at,
    createdAt: at,
  });
  return id;
};

/** @throws Refusal NOT_FOUND, or FORBIDDEN for an account that may not collect registrations */
export const chooseCollector = async (session: Session, username: string | undefined, now: Date): Promise<string> => {
  const found = await findAccount(session, username ?? IMPORTER);
  if (found === null && username === undefined) return makeImporter(session, now);
  if (found === null) throw new Refusal("NOT_FOUND", `There is no account ${username}.`);
  if (!found.roles.some((role) => AUTHORITY.collectRegistration.some((allowed) => allowed === role)))
    throw new Refusal("FORBIDDEN", `The account ${found.username} may not collect registrations.`);
  if (username !== undefined && found.disabled)
    throw new Refusal("FORBIDDEN", `The account ${found.username} is disabled.`);
  return found.id;
};
