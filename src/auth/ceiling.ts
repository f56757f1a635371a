import { INFORMATION_CATEGORIES } from "../domain/category.js";
import { CategoryCode } from "../domain/category-code.js";
import { namesOf } from "../domain/enumeration.js";
import type { ClearedGrade } from "../domain/grade.js";

/** What texts about a record weigh as: the gravest fact its category may hold (RECORD). */
export const ceilingOf = (category: CategoryCode): ClearedGrade => INFORMATION_CATEGORIES[category].ceiling;

/** Texts about these fields weigh as the field does, above the ceiling of their category. */
export const FIELD_CEILING = {
  OPERATION: { operatingState: "COMMERCIAL", litigationCount: "COMMERCIAL", employees: "FINANCIAL" },
  CONTACT: { idNumber: "IDENTITY" },
  FINANCIAL: { bankAccount: "IDENTITY" },
} as const satisfies Partial<Record<CategoryCode, Readonly<Record<string, ClearedGrade>>>>;

export const fieldCeilingsOf = (category: CategoryCode): Readonly<Record<string, ClearedGrade>> => {
  const ceilings: Partial<Record<CategoryCode, Readonly<Record<string, ClearedGrade>>>> = FIELD_CEILING;
  return ceilings[category] ?? {};
};

/** The ceiling of a category, and what single fields of it weigh above that. */
export const gravestOf = (category: CategoryCode): readonly ClearedGrade[] => [
  ceilingOf(category),
  ...Object.values(fieldCeilingsOf(category)),
];

/** The categories an object may belong to, where its type alone does not say. */
export type Categories = readonly CategoryCode[];

export const ALL_CATEGORIES: Categories = namesOf(CategoryCode);
