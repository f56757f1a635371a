import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { CustomerKind, Importance } from "./customer.js";

export interface MissingItem {
  readonly category: CategoryCode;
  readonly field: string | null;
  /** The mutation that would supply it. */
  readonly mutation: string;
}

export interface Completeness {
  /** The share of expected categories of which something is in force, 0 to 1. */
  readonly score: number;
  readonly missing: readonly MissingItem[];
}

const BASIC = ["REGISTRATION", "CONTACT"] as const;
const TRADING = [...BASIC, "OPERATION", "TRANSACTION", "CREDIT"] as const;
/** All SP1 names. Feedback comes when the customer gives it, so nobody can be expected to collect it. */
const ALL = [...TRADING, "FINANCIAL"] as const;

type Checklist = Record<Importance, readonly CategoryCode[]>;

/** What an archive is expected to hold (SP1). A branch office has no balance sheet of its own. */
const EXPECTED = {
  ENTERPRISE: { A: ALL, B: ALL, C: TRADING },
  SOLE_TRADER: { A: ALL, B: TRADING, C: BASIC },
  BRANCH_OFFICE: { A: TRADING, B: TRADING, C: BASIC },
  OTHER: { A: ALL, B: TRADING, C: BASIC },
} as const satisfies Record<CustomerKind, Checklist>;

export const completenessOf = (
  kind: CustomerKind,
  importance: Importance,
  inForce: ReadonlySet<CategoryCode>,
): Completeness => {
  const expected: readonly CategoryCode[] = EXPECTED[kind][importance];
  const missing = expected.filter((category) => !inForce.has(category));
  return {
    score: (expected.length - missing.length) / expected.length,
    missing: missing.map((category) => ({
      category,
      field: null,
      mutation: INFORMATION_CATEGORIES[category].mutation,
    })),
  };
};
