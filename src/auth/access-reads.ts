import type { AccessExit } from "../domain/access-event.js";
import type { Disclosure } from "../domain/disclosure.js";
import type { ClearedGrade, Grade } from "../domain/grade.js";
import type { AccessPlan } from "./access-plan.js";
import { type AskedField, everyField } from "./asked.js";
import type { Coordinate } from "./classification.js";
import type { Demand } from "./demands.js";
import type { Policy } from "./policy.js";
import { weightsAt } from "./texts.js";
import type { Use } from "./use.js";

/** One coordinate an operation has used, how, and how much of it was open. Of texts about records one per grade they weigh as. */
export interface AccessRead {
  readonly coordinate: Coordinate;
  readonly use: Use;
  readonly grade: Grade;
  readonly level: Disclosure;
}

/** What is told of nobody before it is written down who was told. */
const WRITTEN_BEFORE: readonly Grade[] = ["CONTACT", "IDENTITY", "FINANCIAL", "CREDIT"] satisfies ClearedGrade[];

/** Whether the values of these reads may leave only once they are written down: in full, or where a row decides so. */
export const precedesAnswer = (reads: readonly AccessRead[]): boolean =>
  reads.some(
    ({ use, grade, level }) =>
      use !== "write" && (level === "FULL" || level === "TASK_BOUND") && WRITTEN_BEFORE.includes(grade),
  );

const projectedAs = ({ coordinate }: AskedField, exit: AccessExit): Use => {
  if (coordinate.startsWith("Mutation.")) return "write";
  return exit === "GRAPHQL" ? "project" : "export";
};

/** What the field that returned it decides is no read of its own. */
const projected = (policy: Policy, { role }: AccessPlan, field: AskedField, use: Use): AccessRead[] => {
  const { coordinate, categories } = field;
  const grade = policy.gradeOf(coordinate);
  if (grade === "CARRIED") return [];
  if (grade !== "RECORD" || role === null)
    return [{ coordinate, use, grade, level: policy.verdict(role, coordinate, categories).level }];
  return weightsAt(coordinate, categories).map((weight) => ({
    coordinate,
    use,
    grade: weight,
    level: policy.verdictOfGrade(role, weight, false).level,
  }));
};

const demanded = (policy: Policy, { role }: AccessPlan, { coordinate, use }: Demand): AccessRead[] => {
  const grade = policy.gradeOf(coordinate);
  return grade === "CARRIED" ? [] : [{ coordinate, use, grade, level: policy.verdict(role, coordinate).level }];
};

const keyOf = ({ coordinate, use, grade }: AccessRead): string => `${coordinate} ${use} ${grade}`;

/** Each once, in an order that does not depend on how it was asked. */
const sorted = (reads: readonly AccessRead[]): AccessRead[] => {
  const byKey = new Map(reads.map((read) => [keyOf(read), read]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
};

/** Everything an operation reads and uses, told from its plan: no row is looked at. */
export const readsOf = (
  policy: Policy,
  plan: AccessPlan,
  demands: readonly Demand[],
  exit: AccessExit,
): readonly AccessRead[] =>
  sorted([
    ...[...everyField(plan.roots)].flatMap((field) => projected(policy, plan, field, projectedAs(field, exit))),
    ...demands.flatMap((demand) => demanded(policy, plan, demand)),
  ]);

/** What was refused: the coordinate and the use that were not allowed. Nothing of it was shown. */
export const refusedReads = (policy: Policy, details: Readonly<Record<string, unknown>>): readonly AccessRead[] => {
  const { coordinate, use } = details as { coordinate?: Coordinate; use?: Use };
  if (coordinate === undefined || use === undefined || !policy.classification.has(coordinate)) return [];
  return [{ coordinate, use, grade: policy.gradeOf(coordinate), level: "DENIED" }];
};
