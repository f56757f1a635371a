import { enumeration } from "./enumeration.js";

/** Credit ratings, worst first, so that a comparison in the database means what it says. */
export const CreditRating = enumeration("D", "C", "B", "A", "AA", "AAA");
export type CreditRating = keyof typeof CreditRating;

/** Risk classes, lowest risk first. */
export const RiskClass = enumeration("LOW", "MEDIUM", "HIGH");
export type RiskClass = keyof typeof RiskClass;

/** The risk class follows from the rating: it steers how often a customer is re-checked (product.md §7). */
export const RISK_CLASS_OF = {
  AAA: "LOW",
  AA: "LOW",
  A: "LOW",
  B: "MEDIUM",
  C: "HIGH",
  D: "HIGH",
} as const satisfies Record<CreditRating, RiskClass>;
