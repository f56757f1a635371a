import { ALL_CATEGORIES, ceilingOf, FIELD_CEILING } from "../../../src/auth/ceiling.js";
import type { Policy } from "../../../src/auth/policy.js";
import { Role } from "../../../src/auth/role.js";
import { categoriesOfType } from "../../../src/auth/type-categories.js";
import type { Use } from "../../../src/auth/use.js";
import { weakest } from "../../../src/auth/verdict.js";
import type { CategoryCode } from "../../../src/domain/category-code.js";
import { namesOf } from "../../../src/domain/enumeration.js";
import type { ClearedGrade } from "../../../src/domain/grade.js";
import { NOBODY } from "../oracle/policy.js";

const FIELDS_OF_TEXTS = Object.values(FIELD_CEILING).flatMap((fields) => Object.keys(fields));

const actingAs = (role: string): Role | null => (role === NOBODY ? null : (role as Role));

/** All that the policy says to a role of a coordinate in one use. What operations begin with is no matter of grades. */
export const saidOf = (policy: Policy, name: string, coordinate: string, use: string): string => {
  if (use === "run") return "";
  const role = actingAs(name);
  if (use !== "project" && use !== "strict") return String(policy.allows(role, coordinate, use as Use));
  const [type = ""] = coordinate.split(".");
  const categories = categoriesOfType(type) ?? ALL_CATEGORIES;
  const shown = policy.disclosed(role, coordinate, categories);
  if (use === "strict") return String(shown.level === "FULL");
  const grade = shown.level === "FULL" ? "" : policy.gradeOf(coordinate);
  const each = categories.map((category) => policy.verdict(role, coordinate, [category]));
  const isText = role !== null && policy.gradeOf(coordinate) === "RECORD";
  // What is shown in full is named by explanations only, which are asked by themselves.
  const texts = (isText ? policy.texts(role, coordinate, categories) : []).filter(
    ({ verdict }) => verdict.level !== "FULL",
  );
  const told = texts.map(({ weights: _, ...each }) => each);
  return JSON.stringify([shown, grade, each, told, policy.allows(role, coordinate, "project")]);
};

/** All that the policy says of texts about records of a category, and about single fields of them, to everybody. */
export const saidOfTexts = (policy: Policy, category: CategoryCode): string => {
  const ceilings: Readonly<Record<string, Readonly<Record<string, ClearedGrade>>>> = FIELD_CEILING;
  const ceiling = ceilingOf(category);
  return JSON.stringify(
    namesOf(Role).map((role) => [
      policy.verdictOfGrade(role, ceiling, true),
      policy.disclosed(role, "InformationRecord.screening", [category]),
      policy.verdictOfGrade(role, ceiling, false),
      ...FIELDS_OF_TEXTS.map((field) => {
        const graver = ceilings[category]?.[field] ?? ceiling;
        return weakest(policy.verdictOfGrade(role, ceiling, false), policy.verdictOfGrade(role, graver, false));
      }),
    ]),
  );
};
