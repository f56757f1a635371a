import type { CategoryCode } from "../domain/category-code.js";
import type { Disclosure } from "../domain/disclosure.js";
import type { ClearedGrade, Grade } from "../domain/grade.js";
import type { Coordinate } from "./classification.js";
import { CLEARANCE } from "./clearance.js";
import type { Policy } from "./policy.js";
import type { Role } from "./role.js";
import { ROW_SCOPE, type RowScope } from "./scope.js";
import { categoriesAt } from "./type-categories.js";
import { DENIED, strongest, type Verdict } from "./verdict.js";

/** A cell of the clearance table. */
export interface ClearanceCell {
  readonly grade: Grade;
  readonly cell: string;
}

/** How a role is shown texts of one kind. */
export interface TextClearance {
  readonly category: CategoryCode;
  readonly field: string | null;
  readonly cells: readonly ClearanceCell[];
  readonly level: Disclosure;
}

/** How a role is shown what stands at a coordinate. */
export interface RoleClearance {
  readonly role: Role;
  /** Of texts about records the most that any kind of them is shown with. */
  readonly level: Disclosure;
  readonly rows: RowScope;
  /** Of a coordinate graded RECORD every kind of text there is; of any other none. */
  readonly texts: readonly TextClearance[];
}

const cellsOf = (role: Role, grades: readonly ClearedGrade[]): ClearanceCell[] =>
  [...new Set(grades)].map((grade) => ({ grade, cell: CLEARANCE[role][grade].replace("-", "–") }));

/** The same, with where it comes from. */
interface Shown extends RoleClearance {
  readonly verdict: Verdict;
  /** Of all the grades it may weigh as. */
  readonly cells: readonly ClearanceCell[];
}

const ofTexts = (policy: Policy, role: Role, coordinate: Coordinate): Pick<Shown, "verdict" | "cells" | "texts"> => {
  const kinds = policy.texts(role, coordinate, categoriesAt(coordinate));
  return {
    verdict: kinds.map(({ verdict }) => verdict).reduce(strongest, DENIED),
    cells: cellsOf(
      role,
      kinds.flatMap(({ weights }) => weights),
    ),
    texts: kinds.map(({ category, field, weights, verdict: { level } }) => ({
      category,
      field,
      cells: cellsOf(role, weights),
      level,
    })),
  };
};

/** How a coordinate of the schema is shown to a role, as its answers show it. */
export const shownTo = (policy: Policy, role: Role, coordinate: Coordinate): Shown => {
  const grade = policy.gradeOf(coordinate);
  const rows = ROW_SCOPE[role];
  if (grade === "RECORD") {
    const texts = ofTexts(policy, role, coordinate);
    return { role, rows, level: texts.verdict.level, ...texts };
  }
  // Authority decides who may run a root field, whatever its grade.
  const verdict = policy.allows(role, coordinate, "project") ? policy.verdict(role, coordinate) : DENIED;
  const cells = grade === "CARRIED" ? [] : cellsOf(role, [grade]);
  return { role, rows, level: verdict.level, verdict, cells, texts: [] };
};
