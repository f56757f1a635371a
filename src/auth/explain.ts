import type { CategoryCode } from "../domain/category-code.js";
import type { Disclosure } from "../domain/disclosure.js";
import { namesOf } from "../domain/enumeration.js";
import type { Grade } from "../domain/grade.js";
import { Refusal } from "../domain/refusal.js";
import type { Coordinate } from "./classification.js";
import { CLAUSE_OF } from "./clause.js";
import type { Policy } from "./policy.js";
import { Role } from "./role.js";
import { type ClearanceCell, type RoleClearance, shownTo } from "./shown-to.js";
import { categoriesAt } from "./type-categories.js";
import { Use } from "./use.js";

/** The verdict on a coordinate for a role, and where it comes from. */
export interface Explanation extends RoleClearance {
  readonly coordinate: Coordinate;
  readonly grade: Grade;
  /** The cells of all the grades it may weigh as. */
  readonly cells: readonly ClearanceCell[];
  /** Where the level is TASK_BOUND: what is shown of rows not bound to my work. */
  readonly otherwise: Disclosure | null;
  readonly clause: string;
  readonly allowedUses: readonly Use[];
  readonly opens: readonly string[];
}

/** The category of the records a coordinate stands on; null where its type does not say. */
export const categoryAt = (coordinate: Coordinate): CategoryCode | null => {
  const [category, ...more] = categoriesAt(coordinate);
  return category === undefined || more.length > 0 ? null : category;
};

const OPENED_BY_WORK = [
  "A verification task about the record, while I hold its claim.",
  "A record I collected, until it is sealed; not what I observed while verifying another.",
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
  return namesOf(Role).map((role) => shownTo(policy, role, coordinate));
};

/** Of texts the level of each kind; of anything else its own. */
const levelsOf = ({ level, texts }: RoleClearance): readonly Disclosure[] =>
  texts.length === 0 ? [level] : texts.map((text) => text.level);

const seesAll = (clearance: RoleClearance): boolean => levelsOf(clearance).every((level) => level === "FULL");

const opensOf = (policy: Policy, coordinate: Coordinate, mine: RoleClearance): string[] => {
  if (seesAll(mine)) return [];
  const others = whoCanSee(policy, coordinate).filter((each) => each.rows !== "NONE" && seesAll(each));
  const roles = others.map(({ role }) => role).join(", ");
  return [
    ...(levelsOf(mine).includes("TASK_BOUND") ? OPENED_BY_WORK : []),
    ...(roles === "" ? [] : [`Acting in a role that is shown it in full: ${roles}.`]),
  ];
};

/** @throws Refusal BAD_USER_INPUT for a coordinate that does not exist */
export const explain = (policy: Policy, role: Role, coordinate: Coordinate): Explanation => {
  checkCoordinate(policy, coordinate);
  const grade = policy.gradeOf(coordinate);
  const { verdict, ...shown } = shownTo(policy, role, coordinate);
  const isAllowed = (use: Use): boolean =>
    use === "project" ? verdict.level !== "DENIED" : policy.allows(role, coordinate, use);
  return {
    ...shown,
    coordinate,
    grade,
    otherwise: verdict.level === "TASK_BOUND" ? verdict.otherwise : null,
    clause: CLAUSE_OF[grade],
    allowedUses: namesOf(Use).filter(isAllowed),
    opens: opensOf(policy, coordinate, shown),
  };
};
