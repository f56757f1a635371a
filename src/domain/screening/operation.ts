import { rule, type ScreeningRule } from "./rule.js";

export const OPERATION_RULES: readonly ScreeningRule<"OPERATION">[] = [
  rule(
    "OPERATION.employees.none",
    "WARNING",
    "employees",
    "employees is 0: a customer nobody works for may not be operating.",
    (r) => r.employees === 0,
  ),
  rule(
    "OPERATION.premises.visit",
    "WARNING",
    "premises",
    "A site investigation that names no premises was perhaps none.",
    (r, { channel }) => channel === "SITE_INVESTIGATION" && r.premises === null,
    "SP6",
  ),
];
