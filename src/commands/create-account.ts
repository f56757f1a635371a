import { hashPassword } from "../auth/password.js";
import { type Role, SOLITARY_ROLES } from "../auth/role.js";
import { isUsername } from "../auth/username.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { findBranchByCode, insertAccount } from "../db/queries/account.js";
import { Refusal } from "../domain/refusal.js";

export interface AccountRequest {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly branchCode?: string | undefined;
}

const check = ({ username, displayName, roles }: AccountRequest): void => {
  if (!isUsername(username)) {
    const form = "2 to 64 characters of a–z, 0–9, dot, hyphen and underscore, the first a letter";
    throw new Refusal("BAD_USER_INPUT", `A username has ${form}.`, { field: "username" });
  }
  if (displayName.trim() === "" || displayName.length > 100) {
    throw new Refusal("BAD_USER_INPUT", "A display name has 1 to 100 characters.", { field: "displayName" });
  }
  const solitary = roles.find((role) => SOLITARY_ROLES.some((alone) => alone === role));
  if (roles.length === 0 || (roles.length > 1 && solitary !== undefined)) {
    const rule =
      roles.length === 0 ? "An account holds at least one role." : `${solitary} combines with no other role.`;
    throw new Refusal("BAD_USER_INPUT", rule, { field: "roles" });
  }
};

const branchIdOf = async (session: Session, code: string | undefined): Promise<string | null> => {
  if (code === undefined) return null;
  const branch = await findBranchByCode(session, code);
  if (branch === null) throw new Refusal("NOT_FOUND", "There is no branch of this code.", { field: "branchCode" });
  return branch.id;
};

/**
 * Makes an account; only the command line does so yet.
 *
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND for the branch, CONFLICT when the username is taken
 */
export const createAccount = async (database: Database, request: AccountRequest): Promise<string> => {
  check(request);
  const { username, displayName, roles, branchCode, password } = request;
  const passwordHash = await hashPassword(password);
  return database.withViewer(SYSTEM, "WRITE", async (session) => {
    const branchId = await branchIdOf(session, branchCode);
    const id = await insertAccount(session, { username, displayName, passwordHash, roles, branchId });
    if (id === null) throw new Refusal("CONFLICT", `The username ${username} is taken.`, { field: "username" });
    return id;
  });
};
