import type { CategoryCode } from "../domain/category-code.js";
import type { Disclosure } from "../domain/disclosure.js";
import { namesOf } from "../domain/enumeration.js";
import type { Grade } from "../domain/grade.js";
import { Refusal } from "../domain/refusal.js";
import { ALL_CATEGORIES, type Categories, weightsAt } from "./ceiling.js";
import type { Coordinate } from "./classification.js";
import { CLAUSE_OF } from "./clause.js";
import { CLEARANCE } from "./clearance.js";
import type { Policy } from "./policy.js";
import { Role } from "./role.js";
import { categoriesOfType } from "./type-categories.js";
import { Use } from "./use.js";

/** The verdict on a coordinate for a role, and where it comes from. */
export interface Explanation {
  readonly coordinate: Coordinate;
  readonly role: Role;
  readonly grade: Grade;
  /** The grades it weighs as, each with the cell of the clearance table. Of texts about records, what they may quote. */
  readonly cells: readonly { readonly grade: Grade; readonly cell: string }[];
  readonly level: Disclosure;
  /** Where the level is TASK_BOUND: what is shown of rows not bound to my work. */
  readonly otherwise: Disclosure | null;
  readonly clause: string;
  readonly allowedUses: readonly Use[];
  readonly opens: readonly string[];
}

export interface RoleClearance {
  readonly role: Role;
  readonly level: Disclosure;
}

const typeOf = (coordinate: Coordinate): string => coordinate.split(".")[0] ?? "";

const categoriesOf = (coordinate: Coordinate): Categories => categoriesOfType(typeOf(coordinate)) ?? ALL_CATEGORIES;

/** The category of the records a coordinate stands on; null where its type does not say. */
export const categoryAt = (coordinate: Coordinate): CategoryCode | null =>
  categoriesOfType(typeOf(coordinate))?.[0] ?? null;

const OPENED_BY_WORK = [
  "A verification task about the record, while I hold its claim.",
  "A record I collected or am correcting, until it is sealed; not what I observed while verifying another.",
];

const checkCoordinate = (policy: Policy, coordinate: Coordinate): void => {
  if (policy.classification.has(coordinate)) return;
  const forms = "Type.field, Input.field, Type.field(argument:) or Enum.VALUE";
  throw new Refusal("BAD_USER_INPUT", `There is no such coordinate: name one of the schema, as ${forms}.`, {
    field: "coordinate",
  });
};

/** What each role is shown at a coordinate. @throws Refusal BAD_USER_INPUT for one that does not exist */
export const whoCanSee = (policy: Policy, coordinate: Coordinate): RoleClearance[] => {
  checkCoordinate(policy, coordinate);
  const categories = categoriesOf(coordinate);
  return namesOf(Role).map((role) => {
    const level = policy.allows(role, coordinate, "project")
      ? policy.disclosed(role, coordinate, categories).level
      : "DENIED";
    return { role, level };
  });
};

const opensOf = (policy: Policy, coordinate: Coordinate, level: Disclosure): string[] => {
  if (level === "FULL") return [];
  const roles = whoCanSee(policy, coordinate).flatMap(({ role, level: shown }) => (shown === "FULL" ? [role] : []));
  const others = roles.length === 0 ? [] : [`Acting in a role that is shown it in full: ${roles.join(", ")}.`];
  return [...(level === "TASK_BOUND" ? OPENED_BY_WORK : []), ...others];
};

/** @throws Refusal BAD_USER_INPUT for a coordinate that does not exist */
export const explain = (policy: Policy, role: Role, coordinate: Coordinate): Explanation => {
  checkCoordinate(policy, coordinate);
  const grade = policy.gradeOf(coordinate);
  const categories = categoriesOf(coordinate);
  const weights = grade === "RECORD" ? weightsAt(coordinate, categories) : grade === "CARRIED" ? [] : [grade];
  const passes = policy.allows(role, coordinate, "project");
  const verdict = passes ? policy.disclosed(role, coordinate, categories) : ({ level: "DENIED" } as const);
  return {
    coordinate,
    role,
    grade,
    cells: [...new Set(weights)].map((each) => ({ grade: each, cell: CLEARANCE[role][each].replace("-", "–") })),
    level: verdict.level,
    otherwise: verdict.level === "TASK_BOUND" ? verdict.otherwise : null,
    clause: CLAUSE_OF[grade],
    allowedUses: namesOf(Use).filter((use) => policy.allows(role, coordinate, use)),
    opens: opensOf(policy, coordinate, verdict.level),
  };
};
