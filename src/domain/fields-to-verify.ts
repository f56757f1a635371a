import { INFORMATION_CATEGORIES } from "./category.js";
import type { CategoryCode } from "./category-code.js";
import type { CategoryField } from "./category-fields.js";

/**
 * The fields of a record a task takes a finding about, each: its critical fields (SP2), as far as they are filled. A
 * category that has none is verified on request only, and then by what it cannot be without.
 */
export const fieldsToVerify = (category: CategoryCode, content: Readonly<Record<string, unknown>>): string[] => {
  const fields: readonly CategoryField[] = INFORMATION_CATEGORIES[category].fields;
  const critical = fields.filter((field) => field.critical);
  const wanted = critical.length > 0 ? critical : fields.filter((field) => field.required);
  return wanted.map(({ name }) => name).filter((name) => content[name] != null);
};
