import { Role } from "../../auth/role.js";
import { namesOf } from "../../domain/enumeration.js";
import { VerificationMethod } from "../../domain/task.js";
import { type BranchCode, branchId } from "./branches.js";
import { demoId } from "./demo-id.js";

interface DemoAccount {
  readonly username: string;
  readonly role: Role;
  readonly displayName: string;
  readonly branch: BranchCode;
}

/** One account per role, named after it, and a second one of those four eyes take two of. */
export const demoAccounts = [
  { username: "clerk", role: Role.CLERK, displayName: "沈文书", branch: "SH" },
  { username: "collector", role: Role.COLLECTOR, displayName: "顾采集", branch: "SH" },
  { username: "collector2", role: Role.COLLECTOR, displayName: "穆采集", branch: "BJ" },
  { username: "verifier", role: Role.VERIFIER, displayName: "何核实", branch: "SH" },
  { username: "verifier2", role: Role.VERIFIER, displayName: "白核实", branch: "BJ" },
  { username: "reviewer", role: Role.REVIEWER, displayName: "程审核", branch: "SH" },
  { username: "reviewer2", role: Role.REVIEWER, displayName: "谢审核", branch: "BJ" },
  { username: "analyst", role: Role.ANALYST, displayName: "方分析", branch: "SH" },
  { username: "archivist", role: Role.ARCHIVIST, displayName: "唐档案", branch: "SH" },
  { username: "compliance", role: Role.COMPLIANCE, displayName: "严合规", branch: "SH" },
  { username: "reporter", role: Role.REPORTER, displayName: "报表工具", branch: "SH" },
  { username: "auditor", role: Role.AUDITOR, displayName: "柳审计", branch: "SH" },
  { username: "admin", role: Role.ADMIN, displayName: "管理员", branch: "SH" },
] as const satisfies readonly DemoAccount[];

export type DemoUsername = (typeof demoAccounts)[number]["username"];

export const accountId = (username: DemoUsername): string => demoId("account", username);

export const accountRows = (passwordHash: string, createdAt: string) =>
  demoAccounts.map(({ username, role, displayName, branch }) => ({
    id: accountId(username),
    username,
    displayName,
    passwordHash,
    roles: [role],
    branchId: branchId(branch),
    qualifications: role === Role.VERIFIER ? namesOf(VerificationMethod) : [],
    demo: true,
    createdAt,
    version: 1,
  }));
