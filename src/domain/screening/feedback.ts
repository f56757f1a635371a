import { rule, type ScreeningRule } from "./rule.js";

export const FEEDBACK_RULES: readonly ScreeningRule<"FEEDBACK">[] = [
  rule(
    "FEEDBACK.receivedOn.future",
    "ERROR",
    "receivedOn",
    "receivedOn is in the future.",
    (r, { today }) => r.receivedOn !== null && r.receivedOn > today,
  ),
  rule(
    "FEEDBACK.resolvedOn.order",
    "ERROR",
    "resolvedOn",
    "resolvedOn is before receivedOn.",
    (r) => r.resolvedOn !== null && r.receivedOn !== null && r.resolvedOn < r.receivedOn,
  ),
  rule(
    "FEEDBACK.resolvedOn.future",
    "ERROR",
    "resolvedOn",
    "resolvedOn is in the future: what is still open is not resolved.",
    (r, { today }) => r.resolvedOn !== null && r.resolvedOn > today,
  ),
  rule(
    "FEEDBACK.resolution.day",
    "WARNING",
    "resolution",
    "Of resolution and resolvedOn one is named, and the other is not.",
    (r) => (r.resolution === null) !== (r.resolvedOn === null),
  ),
  rule(
    "FEEDBACK.text.complaint",
    "WARNING",
    "text",
    "A complaint without its text cannot be answered.",
    (r) => r.kind === "COMPLAINT" && r.text === null,
  ),
];
