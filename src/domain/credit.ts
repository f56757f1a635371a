import { enumeration, namesOf } from "./enumeration.js";
import { addDays, LAST_DAY, type LocalDate } from "./local-date.js";

/** Credit ratings, worst first, so that a comparison in the database means what it says. */
export const CreditRating = enumeration("D", "C", "B", "A", "AA", "AAA");
export type CreditRating = keyof typeof CreditRating;

/** Risk classes, lowest risk first. */
export const RiskClass = enumeration("LOW", "MEDIUM", "HIGH");
export type RiskClass = keyof typeof RiskClass;

/** The least score of each rating, best first. */
const LEAST_SCORE = [
  ["AAA", 90],
  ["AA", 80],
  ["A", 70],
  ["B", 60],
  ["C", 40],
] as const satisfies readonly (readonly [CreditRating, number])[];

/** The rating a score of 0 to 100 stands for. */
export const ratingOfScore = (score: string): CreditRating =>
  LEAST_SCORE.find(([, least]) => Number(score) >= least)?.[0] ?? "D";

/** An assessment names the last day it holds: the first one it no longer does. Other content names none; behind the last day there is none. */
export const endOfAssessment = ({ validUntil }: { readonly validUntil?: LocalDate | null }): LocalDate | null =>
  validUntil == null || validUntil === LAST_DAY ? null : addDays(validUntil, 1);

/** The best rating as long as key data are incomplete or unverified. */
export const CAP: CreditRating = "A";

const RANK = namesOf(CreditRating);

export const isBetterRating = (a: CreditRating, b: CreditRating): boolean => RANK.indexOf(a) > RANK.indexOf(b);

/** The risk class follows from the rating: it steers how often a customer is re-checked. */
export const RISK_CLASS_OF = {
  AAA: "LOW",
  AA: "LOW",
  A: "LOW",
  B: "MEDIUM",
  C: "HIGH",
  D: "HIGH",
} as const satisfies Record<CreditRating, RiskClass>;
