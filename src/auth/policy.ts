import { createHash } from "node:crypto";
import type { GraphQLSchema } from "graphql";
import type { ClearedGrade, Grade } from "../domain/grade.js";
import { AUTHORITY, mayAsk, mayCall, OPEN_TO_ANYONE, QUERY_AUTHORITY } from "./authority.js";
import { ALL_CATEGORIES, type Categories, ceilingOf, FIELD_CEILING } from "./ceiling.js";
import { type Coordinate, classificationOf } from "./classification.js";
import type { Classification } from "./classified.js";
import { CLEARANCE } from "./clearance.js";
import type { Role } from "./role.js";
import { ROW_SCOPE } from "./scope.js";
import { type TextKind, textsAt } from "./texts.js";
import type { Use } from "./use.js";
import { DENIED, elsewhere, FULL, suffices, type Verdict, verdictOf, weakest } from "./verdict.js";

/** The role a request acts in; null before signing in. */
export type ActingRole = Role | null;

/** How texts of one kind are shown to a role. */
export interface TextVerdict extends TextKind {
  readonly verdict: Verdict;
}

/** The whole policy over one schema: one question, every exit. */
export interface Policy {
  readonly classification: ReadonlyMap<Coordinate, Classification>;
  /** Hash of all it decides by: what was made under another policy tells itself apart. */
  readonly version: string;
  gradeOf(coordinate: Coordinate): Grade;
  /** What a role gets to see at a coordinate; for texts about records, of these categories. */
  verdict(role: ActingRole, coordinate: Coordinate, categories?: Categories): Verdict;
  /** How texts at a coordinate graded RECORD are shown to a role, on records of these categories, kind by kind. */
  texts(role: Role, coordinate: Coordinate, categories: Categories): readonly TextVerdict[];
  /** What a role is shown there at least: of texts the least that any kind of them is shown with. */
  disclosed(role: ActingRole, coordinate: Coordinate, categories: Categories): Verdict;
  /** What a role gets to see of content that weighs as a grade, with or without a mask. */
  verdictOfGrade(role: ActingRole, grade: ClearedGrade, maskable: boolean): Verdict;
  /** Whether the role may use the coordinate so. Root fields answer who may do what. */
  allows(role: ActingRole, coordinate: Coordinate, use: Use): boolean;
}

const weakestOf = (role: Role, grades: readonly ClearedGrade[]): Verdict =>
  grades.map((grade) => verdictOf(CLEARANCE[role][grade], false)).reduce(weakest, FULL);

const verdictOfText = (role: Role, { category, weights, withMyWork }: TextKind): Verdict => {
  const ofCategory = weakestOf(role, [ceilingOf(category)]);
  return withMyWork && ofCategory.level === "TASK_BOUND" ? ofCategory : weakestOf(role, weights);
};

/** Types whose rows are on nobody's desk: what is bound to work is shown of them as of any row that is not mine. */
const NOBODYS_WORK = /^(Consent|Customer)\./;

const verdictAt = (
  role: ActingRole,
  coordinate: Coordinate,
  { grade, masked }: Classification,
  categories: Categories,
): Verdict => {
  if (grade === "CARRIED") return FULL;
  if (role === null) return grade === "PUBLIC" ? FULL : DENIED;
  if (grade === "RECORD") return weakestOf(role, categories.map(ceilingOf));
  const verdict = verdictOf(CLEARANCE[role][grade], masked === true);
  return NOBODYS_WORK.test(coordinate) ? elsewhere(verdict) : verdict;
};

/** Of the same policy it is the same in every process. */
const versionOf = (classification: Policy["classification"]): string => {
  const entries = [...classification].sort(([a], [b]) => (a < b ? -1 : 1));
  const decides = [entries, CLEARANCE, ROW_SCOPE, AUTHORITY, QUERY_AUTHORITY, FIELD_CEILING];
  return createHash("sha256").update(JSON.stringify(decides)).digest("hex").slice(0, 16);
};

const ROOT = /^(Query|Mutation)\.(\w+)$/;
/** What anybody may ask: who they are, which is nobody. */
const OPEN_QUERIES: readonly string[] = ["viewer"];

const mayRun = (role: ActingRole, root: string, field: string): boolean => {
  if (root === "Query") return role === null ? OPEN_QUERIES.includes(field) : mayAsk(role, field);
  return role === null ? OPEN_TO_ANYONE.some((open) => open === field) : mayCall(role, field);
};

export const policyOf = (schema: GraphQLSchema): Policy => {
  const classification = classificationOf(schema);
  const at = (coordinate: Coordinate): Classification => {
    const found = classification.get(coordinate);
    if (found === undefined) throw new Error(`${coordinate} is not classified`);
    return found;
  };
  const verdict: Policy["verdict"] = (role, coordinate, categories = ALL_CATEGORIES) =>
    verdictAt(role, coordinate, at(coordinate), categories);
  const texts: Policy["texts"] = (role, coordinate, categories) =>
    textsAt(coordinate, categories).map((kind) => ({ ...kind, verdict: verdictOfText(role, kind) }));
  return {
    classification,
    version: versionOf(classification),
    gradeOf: (coordinate) => at(coordinate).grade,
    verdict,
    texts,
    disclosed: (role, coordinate, categories) =>
      role !== null && at(coordinate).grade === "RECORD"
        ? texts(role, coordinate, categories).reduce((least, kind) => weakest(least, kind.verdict), FULL)
        : verdict(role, coordinate, categories),
    verdictOfGrade: (role, grade, maskable) => (role === null ? DENIED : verdictOf(CLEARANCE[role][grade], maskable)),
    allows: (role, coordinate, use) => {
      const [, root, field] = ROOT.exec(coordinate) ?? [];
      if (root !== undefined && field !== undefined) return mayRun(role, root, field);
      // Texts about records are decided per row: worth projecting when the role may read them in some category.
      const per = use === "project" ? ALL_CATEGORIES.map((category) => [category]) : [ALL_CATEGORIES];
      return per.some((categories) => suffices(verdict(role, coordinate, categories), use));
    },
  };
};
