import { INFORMATION_CATEGORIES } from "../category.js";
import type { CategoryCode } from "../category-code.js";
import type { CategoryField } from "../category-fields.js";
import { isHeldBy } from "../not-held.js";
import type { ScreeningRule } from "./rule.js";

const missing = <C extends CategoryCode>(category: C, field: CategoryField): ScreeningRule<C> => ({
  rule: `${category}.${field.name}.missing`,
  severity: field.required ? "ERROR" : "INFO",
  field: field.name,
  message: `${field.name} is missing; a complete ${category} record ${field.required ? "has" : "should have"} it.`,
  clause: "SP1",
  finds: (content, { kind }) =>
    (content as Readonly<Record<string, unknown>>)[field.name] == null &&
    (kind === undefined || isHeldBy(kind, field.name)),
});

/** Completeness: a missing required field is an error, a missing recommended one is noted. */
export const requiredFields = <C extends CategoryCode>(category: C): ScreeningRule<C>[] =>
  INFORMATION_CATEGORIES[category].fields
    .filter((field) => field.required || field.recommended)
    .map((field) => missing(category, field));
