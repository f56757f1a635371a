import { enumeration } from "../enumeration.js";
import type { Grade } from "../grade.js";
import { SUBJECTS, type Subject } from "./subject.js";

/**
 * Amounts of a customer that reports sum up, each customer bringing in one: of its newest archived statement and credit
 * assessment, of its archived transactions together.
 */
export const FIGURES = {
  TOTAL_ASSETS: { grade: "FINANCIAL", from: "statement", zh: "资产总额" },
  TOTAL_LIABILITIES: { grade: "FINANCIAL", from: "statement", zh: "负债总额" },
  EQUITY: { grade: "FINANCIAL", from: "statement", zh: "所有者权益" },
  REVENUE: { grade: "FINANCIAL", from: "statement", zh: "营业总收入" },
  MAIN_REVENUE: { grade: "FINANCIAL", from: "statement", zh: "主营业务收入" },
  PROFIT_BEFORE_TAX: { grade: "FINANCIAL", from: "statement", zh: "利润总额" },
  NET_PROFIT: { grade: "FINANCIAL", from: "statement", zh: "净利润" },
  TAX_PAID: { grade: "FINANCIAL", from: "statement", zh: "纳税总额" },
  GUARANTEES_GIVEN: { grade: "FINANCIAL", from: "statement", zh: "对外担保" },
  OPERATING_CASH_FLOW: { grade: "FINANCIAL", from: "statement", zh: "经营现金流" },
  EMPLOYEES: { grade: "FINANCIAL", from: "operation", zh: "从业人数" },
  TRANSACTION_AMOUNT: { grade: "COMMERCIAL", from: "transactions", zh: "交易金额" },
  SETTLED_AMOUNT: { grade: "COMMERCIAL", from: "transactions", zh: "已结金额" },
  CREDIT_LIMIT: { grade: "CREDIT", from: "assessment", zh: "信用额度" },
  CREDIT_SCORE: { grade: "CREDIT", from: "assessment", zh: "信用评分" },
  SATISFACTION: { grade: "COMMERCIAL", from: "feedback", zh: "满意度" },
} as const satisfies Record<string, { grade: Grade; from: string; zh: string }>;
export type Figure = keyof typeof FIGURES;

/** Of these a sum means nothing. */
const ONLY_MEAN = ["CREDIT_SCORE", "SATISFACTION"] as const satisfies Figure[];

type Summed = Exclude<Figure, (typeof ONLY_MEAN)[number]>;
type FigureMeasure = `${Summed}_SUM` | `${Figure}_MEAN`;

const COUNTED = {
  CUSTOMERS: SUBJECTS,
  RECORDS: ["CUSTOMERS", "RECORDS"],
  TASKS: ["CUSTOMERS", "TASKS"],
  OPEN_TASKS: ["CUSTOMERS", "TASKS"],
  OVERDUE_TASKS: ["CUSTOMERS", "TASKS"],
  COMPLETENESS_MEAN: ["CUSTOMERS"],
  VERIFIED_SHARE: ["CUSTOMERS", "RECORDS"],
} as const satisfies Record<string, readonly Subject[]>;
export type CountMeasure = keyof typeof COUNTED;

export type StatisticsMeasure = CountMeasure | FigureMeasure;

const FIGURE_NAMES = Object.keys(FIGURES) as Figure[];
const isSummed = (figure: Figure): figure is Summed => !ONLY_MEAN.some((each) => each === figure);

const names: StatisticsMeasure[] = [
  ...(Object.keys(COUNTED) as CountMeasure[]),
  ...FIGURE_NAMES.flatMap((figure): FigureMeasure[] =>
    isSummed(figure) ? [`${figure}_SUM`, `${figure}_MEAN`] : [`${figure}_MEAN`],
  ),
];

/** What a report may say of its groups. */
export const StatisticsMeasure = enumeration(...(names as [StatisticsMeasure, ...StatisticsMeasure[]]));

/** The figure a measure sums up or takes the mean of; null: it counts. */
export const figureOf = (measure: StatisticsMeasure): Figure | null =>
  measure in COUNTED ? null : (measure.replace(/_(SUM|MEAN)$/, "") as Figure);

/** A balance sheet balances, and screening sees to it: any two of these give the third. */
const BALANCE: readonly Figure[] = ["TOTAL_ASSETS", "TOTAL_LIABILITIES", "EQUITY"];

/** What figures have in common of which one tells of another: what is hidden of one is hidden of all. */
export const secretOf = (figure: Figure | Part): string =>
  BALANCE.some((each) => each === figure) ? "BALANCE" : figure;

/** The figures of measures, and those that decide with them what is hidden, in whichever report they are asked for. */
export const figuresOf = (measures: readonly StatisticsMeasure[]): ReadonlySet<Figure> => {
  const secrets = new Set(measures.flatMap((measure) => figureOf(measure) ?? []).map(secretOf));
  return new Set(FIGURE_NAMES.filter((name) => secrets.has(secretOf(name))));
};

/** Measures that speak of some of a group's rows only, and so perhaps of few of its customers, and what these have. */
const PARTS = {
  OPEN_TASKS: "open",
  OVERDUE_TASKS: "overdue",
  VERIFIED_SHARE: "held",
} as const satisfies Partial<Record<CountMeasure, string>>;
/** Open and overdue tasks, and records that stand. */
export type Part = (typeof PARTS)[keyof typeof PARTS];

/** What of a group a measure speaks of; null: of all of it, or of a figure. */
export const partOf = (measure: StatisticsMeasure): Part | null => PARTS[measure as keyof typeof PARTS] ?? null;

export const isMean = (measure: StatisticsMeasure): boolean => measure.endsWith("_MEAN");

export const gradeOfMeasure = (measure: StatisticsMeasure): Grade => {
  const figure = figureOf(measure);
  return figure === null ? "INTERNAL" : FIGURES[figure].grade;
};

export const subjectsOfMeasure = (measure: StatisticsMeasure): readonly Subject[] =>
  COUNTED[measure as CountMeasure] ?? ["CUSTOMERS"];
