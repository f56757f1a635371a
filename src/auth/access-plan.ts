import type { ClearedGrade, Grade } from "../domain/grade.js";
import { type AskedField, askedBy, everyField } from "./asked.js";
import type { Categories } from "./ceiling.js";
import type { Coordinate } from "./classification.js";
import type { Operation } from "./collect-fields.js";
import { type DisclosureEntry, disclosuresOf } from "./disclosures.js";
import type { ActingRole, Policy, TextVerdict } from "./policy.js";
import type { Rules } from "./rules.js";
import type { Use } from "./use.js";
import { DENIED, type Verdict } from "./verdict.js";

/** What one operation may see in one role: decided once, before anything runs. */
export interface AccessPlan {
  readonly role: ActingRole;
  readonly roots: readonly AskedField[];
  readonly disclosures: readonly DisclosureEntry[];
  /** What may be shown at a coordinate, on objects of these categories. */
  verdict(coordinate: Coordinate, categories?: Categories): Verdict;
  gradeOf(coordinate: Coordinate): Grade;
  /** What may be shown of texts about records at a coordinate, kind by kind. */
  texts(coordinate: Coordinate, categories: Categories): readonly TextVerdict[];
  /** The least that is shown there, of texts that of any kind of them. */
  disclosed(coordinate: Coordinate, categories: Categories): Verdict;
  /** What is shown of content of a grade that has a mask. */
  verdictOfContent(grade: ClearedGrade): Verdict;
  /** Whether the role reads a coordinate in full on every row, asked for or not: what is told of it needs no less. */
  seesInFull(coordinate: Coordinate): boolean;
  /** The last line: whether anything of a coordinate may pass its resolver under this plan. */
  mayPass(coordinate: Coordinate): boolean;
  /** Refuses a use other than projection unless the role has FULL. */
  demand(coordinate: Coordinate, use: Use): Promise<void>;
}

/** Runs the rule of every asked coordinate once; a root field that is refused refuses the operation. */
const check = async (
  rules: Rules,
  role: ActingRole,
  roots: readonly AskedField[],
): Promise<ReadonlySet<Coordinate>> => {
  const passing = new Set<Coordinate>();
  for (const root of roots) {
    const refusal = await rules.check(role, root.coordinate, "project");
    if (refusal !== null) throw refusal;
    passing.add(root.coordinate);
  }
  for (const coordinate of new Set([...everyField(roots)].map((field) => field.coordinate))) {
    if (passing.has(coordinate)) continue;
    if ((await rules.check(role, coordinate, "project")) === null) passing.add(coordinate);
  }
  return passing;
};

/**
 * The access plan of an operation for a role.
 *
 * @throws Refusal UNAUTHENTICATED or FORBIDDEN when a root field is not for this role
 */
export const planAccess = async (
  policy: Policy,
  rules: Rules,
  role: ActingRole,
  operation: Operation,
): Promise<AccessPlan> => {
  const roots = askedBy(operation);
  const passing = await check(rules, role, roots);
  return {
    role,
    roots,
    disclosures: disclosuresOf(
      policy,
      role,
      [...everyField(roots)].filter((field) => !roots.includes(field)),
    ),
    verdict: (coordinate, categories) =>
      passing.has(coordinate) ? policy.verdict(role, coordinate, categories) : DENIED,
    gradeOf: policy.gradeOf,
    texts: (coordinate, categories) =>
      role !== null && passing.has(coordinate) ? policy.texts(role, coordinate, categories) : [],
    disclosed: (coordinate, categories) => policy.disclosed(role, coordinate, categories),
    verdictOfContent: (grade) => policy.verdictOfGrade(role, grade, true),
    seesInFull: (coordinate) => policy.verdict(role, coordinate).level === "FULL",
    mayPass: (coordinate) => passing.has(coordinate),
    demand: async (coordinate, use) => {
      const refusal = await rules.check(role, coordinate, use);
      if (refusal !== null) throw refusal;
    },
  };
};
