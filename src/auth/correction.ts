import type { CategoryCode } from "../domain/category-code.js";
import { ceilingOf } from "./ceiling.js";
import { CLEARANCE } from "./clearance.js";
import type { Role } from "./role.js";
import { verdictOf } from "./verdict.js";

/**
 * Whether a role may correct a record: cleared in full for what its category may hold, or cleared for its work and
 * the record bound to it (product.md §4: changing or correcting needs F or a live T).
 */
export const mayCorrect = (role: Role, category: CategoryCode, boundToMyWork: boolean): boolean => {
  const { level } = verdictOf(CLEARANCE[role][ceilingOf(category)], true);
  return level === "FULL" || (level === "TASK_BOUND" && boundToMyWork);
};
