import type { GraphQLSchema } from "graphql";
import { isEnumType } from "graphql";
import { AUTHORITY, OPEN_TO_ANYONE, QUERY_AUTHORITY } from "../../auth/authority.js";
import { ALL_CATEGORIES } from "../../auth/ceiling.js";
import { CLAUSE_OF } from "../../auth/clause.js";
import { CLEARANCE } from "../../auth/clearance.js";
import { ROW_SCOPE } from "../../auth/scope.js";
import { textsAt } from "../../auth/texts.js";
import { verdictOf, weakest } from "../../auth/verdict.js";
import { namesOf } from "../../domain/enumeration.js";
import { type ClearedGrade, Grade } from "../../domain/grade.js";
import { cellOf, shown } from "./cell-of.js";
import { code, ROLES, roleTable, table } from "./table.js";

/** What the schema says of a value of one of its lists. */
const described = (schema: GraphQLSchema, type: string, value: string): string => {
  const found = schema.getType(type);
  return (isEnumType(found) && found.getValue(value)?.description) || "";
};

const ROWS = {
  ALL: "all customers",
  BRANCH: "customers of the own branch",
  NONE: "no rows at all",
} as const satisfies Record<(typeof ROW_SCOPE)[keyof typeof ROW_SCOPE], string>;

export const rolesTable = (schema: GraphQLSchema): string =>
  table(
    ["role", "what it is", "which customers exist for it"],
    ROLES.map((role) => [role, described(schema, "Role", role), ROWS[ROW_SCOPE[role]]]),
  );

const isCleared = (grade: Grade): grade is ClearedGrade => grade !== "RECORD" && grade !== "CARRIED";

export const clearanceTable = (schema: GraphQLSchema): string =>
  roleTable(
    ["grade", "what kind of fact", "clause"],
    namesOf(Grade)
      .filter(isCleared)
      .map((grade) => ({
        cells: [grade, described(schema, "Grade", grade), CLAUSE_OF[grade]],
        of: (role) => shown(CLEARANCE[role][grade]),
      })),
  );

export const textsTable = (schema: GraphQLSchema): string =>
  roleTable(
    ["category", "", "weighs as"],
    textsAt("InformationRecord.screening", ALL_CATEGORIES).map(({ category, field, weights }) => ({
      cells: [
        category,
        field === null ? described(schema, "CategoryCode", category) : `about ${code(field)}`,
        weights.join(", "),
      ],
      // A text has no mask.
      of: (role) => cellOf(weights.map((grade) => verdictOf(CLEARANCE[role][grade], false)).reduce(weakest)),
    })),
  );

const isOpen = (mutation: string): boolean => OPEN_TO_ANYONE.some((open) => open === mutation);

export const authorityTable = (): string =>
  roleTable(
    ["operation"],
    Object.entries<readonly string[]>({ ...AUTHORITY, ...QUERY_AUTHORITY }).map(([mutation, roles]) => ({
      cells: [isOpen(mutation) ? `${code(mutation)} (before signing in, too)` : code(mutation)],
      of: (role) => (roles.includes(role) ? "✓" : "–"),
    })),
  );
