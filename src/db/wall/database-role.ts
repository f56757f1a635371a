import type { Role } from "../../auth/role.js";
import { reportScopeOf, type Scope, scopeOf } from "../../auth/scope.js";
import { ANONYMOUS, GATE, isViewer, type Principal, SYSTEM } from "../../auth/viewer.js";

// Who the archive is to PostgreSQL. None of these can log in or owns anything; what each may read and write is generated
// from the policy (src/cli/wall) into a migration.

/** What a connection is between two requests: it may do nothing. */
export const NOBODY = "archive_nobody";
/** What the API's login is made a member of: it may become any of the others, and has no right of its own. */
export const API = "archive_api";

/** Reads what the policy lets a role see. */
export const readerOf = (role: Role): string => `archive_${role.toLowerCase()}`;

/** Changes what its commands change: of all customers, of a branch's, or accounts only, which are no customer's. */
export const WRITERS = {
  ALL: "archive_command",
  BRANCH: "archive_branch_command",
  NONE: "archive_account_command",
} as const satisfies Record<Scope["rows"], string>;

/** Adds up what single rows are not shown of: what comes out is decided by the access plan and by the size of groups. */
export const REPORTERS = {
  ALL: "archive_report",
  BRANCH: "archive_branch_report",
  NONE: NOBODY,
} as const satisfies Record<Scope["rows"], string>;

export const GATE_ROLE = "archive_gate";
export const CHORE_ROLE = "archive_chore";

export type Access = "READ" | "WRITE" | "REPORT";

export const databaseRoleOf = (principal: Principal, access: Access): string => {
  if (principal === SYSTEM) return CHORE_ROLE;
  if (principal === GATE) return GATE_ROLE;
  if (principal === ANONYMOUS || !isViewer(principal)) return NOBODY;
  if (access === "READ") return readerOf(principal.role);
  return access === "WRITE" ? WRITERS[scopeOf(principal).rows] : REPORTERS[reportScopeOf(principal).rows];
};
