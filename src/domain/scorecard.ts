/** What is known of a customer from verified records; null: not known, or not verified. */
export interface CreditFacts {
  /** Years since the business was established. */
  readonly yearsInBusiness: number | null;
  readonly registeredAsOperating: boolean | null;
  /** Total liabilities by total assets, of the newest statement: 0.4 is 40 %. */
  readonly leverage: number | null;
  /** Net profit by revenue, of the newest statement. */
  readonly netMargin: number | null;
  readonly cashFlowPositive: boolean | null;
  readonly audited: boolean | null;
  readonly openLawsuits: number | null;
  /** Of the transactions that are due or settled: how many were paid in time, 0 to 1. */
  readonly paidInTime: number | null;
  readonly meanDaysOverdue: number | null;
  /** Of all transactions: how many are disputed, 0 to 1. */
  readonly disputedShare: number | null;
}

export type CreditFact = keyof CreditFacts;

/** Points from a bound on, best first. What reaches none of them gets nothing. */
interface Steps {
  readonly clause: string;
  readonly steps: readonly (readonly [bound: number, points: number])[];
  /** Whether more is better or less is. */
  readonly better: "more" | "less";
}

const yesNo = (clause: string, points: number): Steps => ({ clause, better: "more", steps: [[1, points]] });

/** A new version whenever a number changes: an assessment names the one it was made by. */
export const SCORECARD_VERSION = "1";

/** Fact → points: 100 in all. */
export const SCORECARD = {
  yearsInBusiness: {
    clause: "SP1",
    better: "more",
    steps: [
      [10, 10],
      [5, 7],
      [2, 4],
      [0, 1],
    ],
  },
  registeredAsOperating: yesNo("SP1", 5),
  leverage: {
    clause: "SP2",
    better: "less",
    steps: [
      [0.4, 20],
      [0.6, 14],
      [0.75, 8],
      [0.9, 3],
    ],
  },
  netMargin: {
    clause: "SP2",
    better: "more",
    steps: [
      [0.1, 10],
      [0.05, 7],
      [0, 4],
    ],
  },
  cashFlowPositive: yesNo("SP2", 10),
  audited: yesNo("SP2", 5),
  openLawsuits: {
    clause: "SP2",
    better: "less",
    steps: [
      [0, 10],
      [2, 5],
    ],
  },
  paidInTime: {
    clause: "SP2",
    better: "more",
    steps: [
      [0.98, 20],
      [0.9, 14],
      [0.75, 7],
    ],
  },
  meanDaysOverdue: {
    clause: "SP2",
    better: "less",
    steps: [
      [0, 5],
      [15, 3],
      [30, 1],
    ],
  },
  disputedShare: {
    clause: "SP2",
    better: "less",
    steps: [
      [0, 5],
      [0.05, 2],
    ],
  },
} as const satisfies Record<CreditFact, Steps>;

/** One line of a score: which fact, how many of how many points, and why. */
export interface ScoreLine {
  readonly fact: CreditFact;
  readonly points: number;
  readonly most: number;
  readonly reason: string;
  readonly clause: string;
}

const NAMES = Object.keys(SCORECARD) as CreditFact[];

const reached = ({ better, steps }: Steps, value: number) =>
  steps.find(([bound]) => (better === "more" ? value >= bound : value <= bound));

const lineOf = (fact: CreditFact, value: number | boolean | null): ScoreLine => {
  const card: Steps = SCORECARD[fact];
  const shared = { fact, most: card.steps[0]?.[1] ?? 0, clause: card.clause };
  if (value === null) return { ...shared, points: 0, reason: "not known from a verified record" };
  const step = reached(card, Number(value));
  if (step === undefined) return { ...shared, points: 0, reason: "reaches no step" };
  const [bound, points] = step;
  const reason = typeof value === "boolean" ? "yes" : card.better === "more" ? `${bound} or more` : `${bound} or less`;
  return { ...shared, points, reason };
};

/** The score of a customer, 0 to 100, line by line: whoever reads it can add it up. */
export const scoreOf = (facts: CreditFacts): { readonly score: number; readonly lines: readonly ScoreLine[] } => {
  const lines = NAMES.map((fact) => lineOf(fact, facts[fact]));
  return { score: lines.reduce((sum, { points }) => sum + points, 0), lines };
};
