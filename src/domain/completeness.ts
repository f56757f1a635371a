import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import { type Checklist, checklistOf, isScored } from "./checklist.js";
import type { CustomerKind, Importance } from "./customer.js";

export interface MissingItem {
  readonly category: CategoryCode;
  /** Null: nothing of the category is in force. */
  readonly field: string | null;
  /** The mutation that would supply it. */
  readonly mutation: string;
}

export interface Completeness {
  /** 0 to 1: the mean over the expected categories of what is filled of them. */
  readonly score: number;
  readonly missing: readonly MissingItem[];
}

/** A category of which records are in force, and those of its fields that none of them fills. */
export interface CategoryInForce {
  readonly category: CategoryCode;
  readonly empty: readonly string[];
}

type Expected = Checklist[number];

const shareFilled = ({ category, fields }: Expected, inForce: CategoryInForce | undefined): number => {
  if (inForce === undefined) return 0;
  const scored = fields.filter((field) => isScored(category, field));
  if (scored.length === 0) return 1;
  return scored.filter((field) => !inForce.empty.includes(field)).length / scored.length;
};

const missingOf = ({ category, fields }: Expected, inForce: CategoryInForce | undefined): MissingItem[] => {
  const { mutation } = INFORMATION_CATEGORIES[category];
  if (inForce === undefined) return [{ category, field: null, mutation }];
  const empty = fields.filter((field) => inForce.empty.includes(field));
  return empty.map((field) => ({ category, field, mutation }));
};

/** How far an archive is from the checklist of its kind and importance (SP1). */
export const completenessOf = (
  kind: CustomerKind,
  importance: Importance,
  inForce: readonly CategoryInForce[],
): Completeness => {
  const byCategory = new Map(inForce.map((each) => [each.category, each]));
  const checklist = checklistOf(kind, importance);
  const shares = checklist.map((expected) => shareFilled(expected, byCategory.get(expected.category)));
  return {
    score: shares.reduce((sum, share) => sum + share, 0) / checklist.length,
    missing: checklist.flatMap((expected) => missingOf(expected, byCategory.get(expected.category))),
  };
};
