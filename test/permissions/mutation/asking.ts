import { CATEGORY_OF_TYPE, FIELDS, ROLES } from "../oracle/policy.js";
import type { Question, Questions } from "../oracle/questions.js";
import { RECORD_TYPES } from "../oracle/rows.js";
import { FILTERABLE } from "../oracle/uses.js";
import type { Mutant } from "./mutants.js";

const rowsByGrade = (grade: string): ReadonlyMap<string, readonly string[]> => {
  const types = new Map<string, string[]>();
  for (const [coordinate, graded] of FIELDS) {
    const [type = "", field = ""] = coordinate.split(".");
    if (graded.grade === grade) types.set(type, [...(types.get(type) ?? []), field]);
  }
  return types;
};

const present = <T>(all: readonly (T | undefined)[]): T[] => all.filter((each) => each !== undefined);

const ofRole = (questions: readonly Question[], role: string): Question[] =>
  questions.filter((question) => question.role === role);

const hasMask = (type: string, grade: string): boolean =>
  [...FIELDS].some(([at, graded]) => at.startsWith(`${type}.`) && graded.grade === grade && graded.masked);

/** About a cell of the table: rows with fields of the grade, those with a mask first, then filters. */
const aboutCell = (questions: Questions, role: string, grade: string): Question[] => {
  const types = [...rowsByGrade(grade)].sort(([a], [b]) => Number(hasMask(b, grade)) - Number(hasMask(a, grade)));
  const filters = FILTERABLE.filter((usable) => usable.grade === grade).map(({ type, name }) => `${type}.${name}`);
  return [
    ...present(types.map(([type, fields]) => questions.ofRows(role, type, fields))),
    ...filters.flatMap((filter) => ofRole(questions.of(filter), role)),
  ];
};

export const typeOfCategory = (category: string): string =>
  RECORD_TYPES.find((type) => CATEGORY_OF_TYPE[type] === category) ?? "";

const TEXTS = ["corroboration", "seal", "screening", "disclosure", "source", "evidence"];

/** About what texts of a category weigh: its records, and rows that are about their fields. */
const aboutTexts = (questions: Questions, category: string): Question[] =>
  ROLES.flatMap((role) =>
    present([
      questions.ofRows(role, typeOfCategory(category), TEXTS),
      questions.ofRows(role, "VerificationTask", [
        "findings",
        "requestReason",
        "reason",
        "reasonCode",
        "returnReason",
        "returnCode",
      ]),
      questions.ofRows(role, "Conflict", ["fields", "reason", "resolution"]),
      questions.ofRows(role, "MajorEvent", ["kind", "description"]),
    ]),
  );

/** The questions of the matrix that are about what a mutant changes. */
export const questionsAbout = (questions: Questions, { kind, at: [first = "", second = ""] }: Mutant): Question[] => {
  switch (kind) {
    case "clearance":
      return aboutCell(questions, first, second);
    case "row scope":
      return questions.counted(first, "lists");
    case "report scope":
      return questions.counted(first, "reports");
    case "authority":
      return ofRole(questions.of(`Mutation.${first}`), second);
    case "query authority":
      return ofRole(questions.of(`Query.${first}`), second);
    case "ceiling":
    case "field ceiling":
      return aboutTexts(questions, first);
    case "classification":
    case "mask":
      return questions.of(first);
  }
};
