import { reportScopeOf, scopeOf } from "../../auth/scope.js";
import { isViewer, type Principal } from "../../auth/viewer.js";
import { type Access, databaseRoleOf } from "./database-role.js";

/** Who a statement runs as, and what row policies look at. All are set every time: nothing is left from before. */
export type Standing = readonly [role: string, branch: string, viewer: string, now: string];

/** Until the end of the transaction: whatever becomes of it, the connection is nobody's again. */
const STAND =
  "select set_config('role', $1, true), set_config('archive.branch', $2, true), set_config('archive.viewer', $3, true), set_config('archive.now', $4, true)";

/** And how long it may take. */
export const STAND_A_WHILE = `${STAND}, set_config('statement_timeout', $5, true), set_config('lock_timeout', $6, true)`;

/** The same until it is said again, for a session that nobody else has. */
export const STAND_ON = STAND.replaceAll("true", "false");

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The same without a query: a transaction that begins with it can still choose how it is isolated. */
export const standStatements = ([role, branch, viewer, now]: Standing): string =>
  `set local role ${role}; set local archive.branch = ${quoted(branch)}; set local archive.viewer = ${quoted(viewer)}; set local archive.now = ${quoted(now)}`;

export const standingOf = (principal: Principal, access: Access, now: Date | undefined): Standing => {
  const scope = access === "REPORT" ? reportScopeOf(principal) : scopeOf(principal);
  const branch = scope.rows === "BRANCH" ? scope.branchId : "";
  const viewer = isViewer(principal) ? principal.accountId : "";
  return [databaseRoleOf(principal, access), branch, viewer, now?.toISOString() ?? ""];
};
