import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { CategoryField } from "./category-fields.js";
import { isVerified } from "./verification-policy.js";

/**
 * The fields of a category a task takes findings about: the critical ones (SP2). A category that has none is verified on
 * request only, and then by what it cannot be without.
 */
export const verifiedFields = (category: CategoryCode): string[] => {
  if (!isVerified(category)) return [];
  const fields: readonly CategoryField[] = INFORMATION_CATEGORIES[category].fields;
  const critical = fields.filter((field) => field.critical);
  return (critical.length > 0 ? critical : fields.filter((field) => field.required)).map(({ name }) => name);
};

/** Those of a record: exactly one finding about each of them it fills. */
export const fieldsToVerify = (category: CategoryCode, content: Readonly<Record<string, unknown>>): string[] =>
  verifiedFields(category).filter((name) => content[name] != null);
