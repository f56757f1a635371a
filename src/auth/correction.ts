import type { CategoryCode } from "../domain/category-code.js";
import type { ClearedGrade } from "../domain/grade.js";
import { ceilingOf, gravestOf } from "./ceiling.js";
import { CLEARANCE } from "./clearance.js";
import type { Role } from "./role.js";
import { verdictOf } from "./verdict.js";

/** A record somebody would correct. */
export interface Correctable {
  readonly category: CategoryCode;
  readonly boundToMyWork: boolean;
  /** Whether it is archived: its correction is a draft of its own and binds it to nobody's work. */
  readonly sealed: boolean;
}

/**
 * Whether a role may correct a record: cleared in full for what its category may hold, or cleared for its work and
 * the record bound to it (changing or correcting needs F or a live T). Of an unsealed record all has to be open: it is
 * somebody's work, and who corrects it says what it ought to have said.
 */
export const mayCorrect = (role: Role, { category, boundToMyWork, sealed }: Correctable): boolean => {
  const levelOf = (grade: ClearedGrade) => verdictOf(CLEARANCE[role][grade], true).level;
  const byWork = (grade: ClearedGrade): boolean => levelOf(grade) === "TASK_BOUND";
  if (byWork(ceilingOf(category))) return boundToMyWork;
  return levelOf(ceilingOf(category)) === "FULL" && (boundToMyWork || sealed || !gravestOf(category).some(byWork));
};
