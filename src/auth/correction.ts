import { INFORMATION_CATEGORIES } from "../domain/category.js";
import type { CategoryCode } from "../domain/category-code.js";
import { levelOfCell } from "./cell.js";
import { CLEARANCE } from "./clearance.js";
import type { Role } from "./role.js";

/**
 * Whether a role may correct a record: cleared in full for what its category may hold, or cleared for its work and
 * the record bound to it (product.md §4: changing or correcting needs F or a live T).
 */
export const mayCorrect = (role: Role, category: CategoryCode, boundToMyWork: boolean): boolean => {
  const level = levelOfCell(CLEARANCE[role][INFORMATION_CATEGORIES[category].ceiling]);
  return level === "FULL" || (level === "TASK_BOUND" && boundToMyWork);
};
