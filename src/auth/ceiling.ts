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

export const fieldCeilingsOf = (category: CategoryCode): readonly ClearedGrade[] => {
  const ceilings: Partial<Record<CategoryCode, Readonly<Record<string, ClearedGrade>>>> = FIELD_CEILING;
  return Object.values(ceilings[category] ?? {});
};

/** The ceiling of a category, and what single fields of it weigh above that. */
export const gravestOf = (category: CategoryCode): readonly ClearedGrade[] => [
  ceilingOf(category),
  ...fieldCeilingsOf(category),
];

/** Texts that may be about single fields of a record, and the lists of them: what weighs more than its category is left out. */
const ABOUT_FIELDS =
  /^(ScreeningFinding|Finding|Conflict|MajorEvent|VerificationTask)\.|\.(screening|findings|returnReason)$/;

/** Everything that texts at a coordinate may weigh as, on records of these categories. */
export const weightsAt = (coordinate: string, categories: Categories): readonly ClearedGrade[] => {
  const ofFields = ABOUT_FIELDS.test(coordinate) ? categories.flatMap(fieldCeilingsOf) : [];
  return [...categories.map(ceilingOf), ...ofFields];
};

/** The categories an object may belong to, where its type alone does not say. */
export type Categories = readonly CategoryCode[];

export const ALL_CATEGORIES: Categories = namesOf(CategoryCode);
