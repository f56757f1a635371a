import type { Mutation } from "../../../auth/authority.js";
import type { CategoryCode } from "../../../domain/category-code.js";

/** What a file may hold: registers make customers, everything else is about customers that are there. */
export const IMPORT_KINDS = {
  register: { category: "REGISTRATION", mutation: "collectRegistration" },
  contacts: { category: "CONTACT", mutation: "collectContact" },
  statements: { category: "FINANCIAL", mutation: "collectFinancialStatement" },
  transactions: { category: "TRANSACTION", mutation: "collectTransaction" },
} as const satisfies Record<string, { category: CategoryCode; mutation: Mutation }>;

export type ImportKind = keyof typeof IMPORT_KINDS;
export type RecordKind = Exclude<ImportKind, "register">;
