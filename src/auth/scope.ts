import type { Role } from "./role.js";
import { isViewer, type Principal, SYSTEM } from "./viewer.js";

/** Which customers exist for a viewer. Every query function takes one; there is no overload without (permissions.md §3). */
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
} as const satisfies Record<Role, Scope["rows"]>;

export const scopeOf = (principal: Principal): Scope => {
  if (principal === SYSTEM) return { rows: "ALL" };
  if (!isViewer(principal)) return { rows: "NONE" };
  const rows = ROW_SCOPE[principal.role];
  if (rows !== "BRANCH") return { rows };
  return principal.branchId === null ? { rows: "NONE" } : { rows, branchId: principal.branchId };
};
