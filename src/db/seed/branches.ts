import { demoId } from "./demo-id.js";

/** Where demo customers are kept. Guangzhou has no people of its own yet: what happens there is done from Beijing. */
export const DEMO_BRANCHES = [
  { code: "SH", name: "上海分公司" },
  { code: "BJ", name: "北京分公司" },
  { code: "GZ", name: "广州分公司" },
] as const;

export type BranchCode = (typeof DEMO_BRANCHES)[number]["code"];

export const branchId = (code: BranchCode): string => demoId("branch", code);

export const branchRows = (createdAt: string) =>
  DEMO_BRANCHES.map(({ code, name }) => ({ id: branchId(code), code, name, createdAt }));
