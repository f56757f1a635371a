import { FIRST_ACCOUNT_ROLES } from "../auth/authority.js";
import type { Database } from "../db/database.js";
import { type AccountRequest, createAccount } from "./create-account.js";

/** The first account of a new archive: it sets up the others, and sees no customer. */
export const createAdmin = (
  database: Database,
  request: Omit<AccountRequest, "roles" | "branchCode">,
): Promise<string> => createAccount(database, { ...request, roles: FIRST_ACCOUNT_ROLES });
