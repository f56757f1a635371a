import { hashPassword } from "../auth/password.js";
import { type Role, SOLITARY_ROLES } from "../auth/role.js";
import { isUsername } from "../auth/username.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Orm } from "../db/database.js";
import { findBranchByCode, insertAccount } from "../db/queries/account.js";
import { properName, readField } from "../domain/field-form.js";
import { Refusal } from "../domain/refusal.js";
import type { VerificationMethod } from "../domain/task.js";
import { requireBranch, requireQualification } from "./able-to-work.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";

export interface AccountRequest {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly branchCode?: string | null | undefined;
  readonly qualifications?: readonly VerificationMethod[] | null | undefined;
}

/** @throws Refusal BAD_USER_INPUT for no role at all, or one that combines with no other */
export const checkRoles = (roles: readonly Role[]): void => {
  const solitary = roles.find((role) => SOLITARY_ROLES.some((alone) => alone === role));
  if (roles.length > 0 && (roles.length === 1 || solitary === undefined)) return;
  const rule = roles.length === 0 ? "An account holds at least one role." : `${solitary} combines with no other role.`;
  throw new Refusal("BAD_USER_INPUT", rule, { field: "roles" });
};

const DISPLAY_NAME = properName(100);

const check = ({ username, displayName, roles, branchCode, qualifications }: AccountRequest): void => {
  if (!isUsername(username)) {
    const form = "2 to 64 characters of a–z, 0–9, dot, hyphen and underscore, the first a letter";
    throw new Refusal("BAD_USER_INPUT", `A username has ${form}.`, { field: "username" });
  }
  if (readField("displayName", DISPLAY_NAME, displayName) === null) {
    throw new Refusal("BAD_USER_INPUT", "A display name has 1 to 100 characters.", { field: "displayName" });
  }
  checkRoles(roles);
  requireBranch(roles, branchCode != null, "branchCode", "name it.");
  requireQualification(roles, qualifications ?? []);
};

const branchIdOf = async (orm: Orm, code: string | null | undefined): Promise<string | null> => {
  if (code == null) return null;
  const branch = await findBranchByCode({ orm }, code);
  if (branch === null) throw new Refusal("NOT_FOUND", "There is no branch of this code.", { field: "branchCode" });
  return branch.id;
};

const insert = async (orm: Orm, request: AccountRequest, passwordHash: string): Promise<string> => {
  const { username, displayName, branchCode } = request;
  const [roles, qualifications] = [new Set(request.roles), new Set(request.qualifications ?? [])];
  const branchId = await branchIdOf(orm, branchCode);
  const facts = {
    username,
    displayName,
    passwordHash,
    branchId,
    roles: [...roles],
    qualifications: [...qualifications],
  };
  const id = await insertAccount({ orm }, facts);
  if (id === null)
    throw new Refusal("CONFLICT", "This username is taken: choose one no account has, disabled ones included.", {
      field: "username",
    });
  return id;
};

/**
 * Makes an account from the command line, where nobody has signed in.
 *
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND for the branch, CONFLICT when the username is taken
 */
export const createAccount = async (database: Database, request: AccountRequest): Promise<string> => {
  check(request);
  const passwordHash = await hashPassword(request.password);
  return database.withViewer(SYSTEM, "WRITE", ({ orm }) => insert(orm, request, passwordHash));
};

/** The same on behalf of whoever administers accounts. */
export const createAccountAs = async (
  context: CommandContext,
  request: AccountRequest,
): Promise<{ accountId: string }> => {
  check(request);
  const passwordHash = await hashPassword(request.password);
  return change(context, async (orm) => ({ accountId: await insert(orm, request, passwordHash) }));
};
