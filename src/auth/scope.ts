import { enumeration } from "../domain/enumeration.js";
import type { Role } from "./role.js";
import { isViewer, type Principal, SYSTEM } from "./viewer.js";

/** Whose rows there are to a role. */
export const RowScope = enumeration("ALL", "BRANCH", "NONE");
export type RowScope = keyof typeof RowScope;

/** Which customers exist for a viewer. Every query function takes one; there is no overload without. */
export type Scope =
  | { readonly rows: "ALL" }
  | { readonly rows: "BRANCH"; readonly branchId: string }
  | { readonly rows: "NONE" };

export const ROW_SCOPE = {
  CLERK: "BRANCH",
  COLLECTOR: "BRANCH",
  VERIFIER: "BRANCH",
  REVIEWER: "ALL",
  ANALYST: "ALL",
  ARCHIVIST: "ALL",
  COMPLIANCE: "ALL",
  REPORTER: "NONE",
  AUDITOR: "ALL",
  ADMIN: "NONE",
} as const satisfies Record<Role, RowScope>;

/** What reports are made of: the same customers, and for the role that sees groups only, all of them. */
export const REPORT_SCOPE = { ...ROW_SCOPE, REPORTER: "ALL" } as const satisfies Record<Role, RowScope>;

const scopeIn = (scopes: Record<Role, RowScope>, principal: Principal): Scope => {
  if (principal === SYSTEM) return { rows: "ALL" };
  if (!isViewer(principal)) return { rows: "NONE" };
  const rows = scopes[principal.role];
  if (rows !== "BRANCH") return { rows };
  return principal.branchId === null ? { rows: "NONE" } : { rows, branchId: principal.branchId };
};

export const scopeOf = (principal: Principal): Scope => scopeIn(ROW_SCOPE, principal);

/** The customers a report of the viewer counts. Never for reading rows. */
export const reportScopeOf = (principal: Principal): Scope => scopeIn(REPORT_SCOPE, principal);
