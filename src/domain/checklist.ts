import type { CategoryCode } from "./category-code.js";
import { CATEGORY_FIELDS, type CategoryField } from "./category-fields.js";
import type { CustomerKind, Importance } from "./customer.js";
import { isHeldBy } from "./not-held.js";

/** What an archive is expected to hold (SP1): categories, and of each the fields. */
export type Checklist = readonly { readonly category: CategoryCode; readonly fields: readonly string[] }[];

const BASIC = ["REGISTRATION", "CONTACT"] as const;
const TRADING = [...BASIC, "OPERATION", "TRANSACTION", "CREDIT"] as const;
/** All SP1 names. Feedback comes when the customer gives it, so nobody can be expected to collect it. */
const ALL = [...TRADING, "FINANCIAL"] as const;

/** A branch office has no balance sheet of its own. */
const CATEGORIES = {
  ENTERPRISE: { A: ALL, B: ALL, C: TRADING },
  SOLE_TRADER: { A: ALL, B: TRADING, C: BASIC },
  BRANCH_OFFICE: { A: TRADING, B: TRADING, C: BASIC },
  OTHER: { A: ALL, B: TRADING, C: BASIC },
} as const satisfies Record<CustomerKind, Record<Importance, readonly CategoryCode[]>>;

type IsExpected = (field: CategoryField) => boolean;

/** An optional field may be empty for good reason, however critical: what is not paid yet was settled on no day. */
const whatMatters: IsExpected = ({ required, recommended, critical }) => required || (recommended && critical);
const whatIsRecommended: IsExpected = ({ required, recommended }) => required || recommended;

/** Of a customer of little weight the key facts will do. */
const EXPECTED = {
  A: whatIsRecommended,
  B: whatIsRecommended,
  C: whatMatters,
} as const satisfies Record<Importance, IsExpected>;

/**
 * The fields a score counts: those everybody may know. A score that moved with a graded field would tell whoever may
 * not see the field whether it is filled.
 */
const SCORED: Partial<Record<CategoryCode, readonly string[]>> = {
  REGISTRATION: CATEGORY_FIELDS.REGISTRATION.map(({ name }) => name),
  OPERATION: ["premises", "mainProducts", "mainMarkets"],
  FINANCIAL: ["periodStart", "periodEnd"],
};

/** The longest checklist of all: what no checklist expects is not looked at. */
export const LONGEST_CHECKLIST: Checklist = ALL.map((category) => ({
  category,
  fields: CATEGORY_FIELDS[category].filter(whatIsRecommended).map(({ name }) => name),
}));

export const isScored = (category: CategoryCode, field: string): boolean => SCORED[category]?.includes(field) ?? false;

export const checklistOf = (kind: CustomerKind, importance: Importance): Checklist =>
  CATEGORIES[kind][importance].map((category) => ({
    category,
    fields: CATEGORY_FIELDS[category]
      .filter(EXPECTED[importance])
      .map(({ name }) => name)
      .filter((name) => isHeldBy(kind, name)),
  }));
