import type { Disclosure } from "../domain/disclosure.js";
import type { ClearedGrade, Grade } from "../domain/grade.js";
import { type AskedField, askedBy, everyField } from "./asked.js";
import type { Categories } from "./ceiling.js";
import type { Coordinate } from "./classification.js";
import { CLAUSE_OF } from "./clause.js";
import type { Operation } from "./collect-fields.js";
import type { ActingRole, Policy } from "./policy.js";
import type { Rules } from "./rules.js";
import type { Use } from "./use.js";
import { DENIED, type Verdict } from "./verdict.js";

/** One entry of `extensions.disclosures`: what was not shown in full, where, and why. */
export interface DisclosureEntry {
  readonly path: string;
  readonly coordinate: Coordinate;
  readonly level: Disclosure;
  readonly grade: Grade;
  readonly clause: string;
}

/** What one operation may see in one role: decided once, before anything runs. */
export interface AccessPlan {
  readonly role: ActingRole;
  readonly roots: readonly AskedField[];
  readonly disclosures: readonly DisclosureEntry[];
  /** What may be shown at a coordinate, on objects of these categories. */
  verdict(coordinate: Coordinate, categories?: Categories): Verdict;
  gradeOf(coordinate: Coordinate): Grade;
  /** What may be read of a text that weighs as a grade. */
  verdictOfGrade(grade: ClearedGrade): Verdict;
  /** What is shown of content of a grade that has a mask. */
  verdictOfContent(grade: ClearedGrade): Verdict;
  /** Whether the role reads a coordinate in full on every row, asked for or not: what is told of it needs no less. */
  seesInFull(coordinate: Coordinate): boolean;
  /** The last line: whether anything of a coordinate may pass its resolver under this plan. */
  mayPass(coordinate: Coordinate): boolean;
  /** Refuses a use other than projection unless the role has FULL. */
  demand(coordinate: Coordinate, use: Use): Promise<void>;
}

const disclosuresOf = (policy: Policy, role: ActingRole, fields: Iterable<AskedField>): DisclosureEntry[] => {
  const entries = new Map<string, DisclosureEntry>();
  for (const { coordinate, categories, path } of fields) {
    const { level } = policy.disclosed(role, coordinate, categories);
    const grade = policy.gradeOf(coordinate);
    if (level !== "FULL")
      entries.set(`${path} ${coordinate}`, { path, coordinate, level, grade, clause: CLAUSE_OF[grade] });
  }
  return [...entries.values()];
};

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
    verdictOfGrade: (grade) => policy.verdictOfGrade(role, grade, false),
    verdictOfContent: (grade) => policy.verdictOfGrade(role, grade, true),
    seesInFull: (coordinate) => policy.verdict(role, coordinate).level === "FULL",
    mayPass: (coordinate) => passing.has(coordinate),
    demand: async (coordinate, use) => {
      const refusal = await rules.check(role, coordinate, use);
      if (refusal !== null) throw refusal;
    },
  };
};
