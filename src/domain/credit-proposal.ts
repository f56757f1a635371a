import { CAP, type CreditRating, isBetterRating, ratingOfScore } from "./credit.js";
import { type CreditFacts, SCORECARD_VERSION, type ScoreLine, scoreOf } from "./scorecard.js";

/** What a limit is measured by: the newest verified statement. */
export interface LimitBasis {
  readonly equity: number;
  readonly revenue: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface CreditProposal {
  readonly score: number;
  readonly rating: CreditRating;
  /** Whether the rating would be better, were the key data complete and verified. */
  readonly capped: boolean;
  readonly creditLimit: number | null;
  readonly currency: string | null;
  readonly lines: readonly ScoreLine[];
  readonly scorecardVersion: string;
}

/** The share of what a customer could bear that each rating opens. */
const SHARE = { AAA: 1, AA: 0.8, A: 0.6, B: 0.3, C: 0.1, D: 0 } as const satisfies Record<CreditRating, number>;

/** Limits are round: in units of the currency. */
const ROUND_TO = 10_000;
const OF_EQUITY = 0.1;
const OF_REVENUE = 0.05;

const limitOf = (rating: CreditRating, { equity, revenue }: LimitBasis): number => {
  const bearable = Math.max(0, Math.min(equity * OF_EQUITY, revenue * OF_REVENUE));
  return Math.floor((bearable * SHARE[rating]) / ROUND_TO) * ROUND_TO;
};

/**
 * Proposes a rating and a limit from verified facts. A person decides, and says why: it only counts.
 *
 * @param keyDataVerified every critical category has a record in force that is fully corroborated
 */
export const proposeCredit = (
  facts: CreditFacts,
  keyDataVerified: boolean,
  basis: LimitBasis | null,
): CreditProposal => {
  const { score, lines } = scoreOf(facts);
  const earned = ratingOfScore(String(score));
  const capped = !keyDataVerified && isBetterRating(earned, CAP);
  const rating = capped ? CAP : earned;
  const creditLimit = basis === null ? null : limitOf(rating, basis);
  return {
    score,
    rating,
    capped,
    creditLimit,
    currency: basis?.currency ?? null,
    lines,
    scorecardVersion: SCORECARD_VERSION,
  };
};
