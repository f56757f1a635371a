import { Refusal } from "../refusal.js";
import { checkValues } from "./filter-values.js";
import { type StatisticsMeasure, subjectsOfMeasure } from "./measure.js";
import { type StatisticsDimension, SUBJECTS, type Subject, subjectsOfDimension } from "./subject.js";

export type StatisticsFilter = Partial<Record<StatisticsDimension, readonly string[]>>;

/** What a report is asked for. */
export interface Question {
  readonly groupBy: readonly StatisticsDimension[];
  readonly measures: readonly StatisticsMeasure[];
  readonly filter: StatisticsFilter;
}

const MOST_DIMENSIONS = 3;
/** Each of these is one more total per customer to be kept apart. */
const MOST_OF_OTHERS = 2;

const refuse = (message: string): never => {
  throw new Refusal("BAD_USER_INPUT", message);
};

const checkForm = ({ groupBy, measures }: Question): void => {
  if (groupBy.length > MOST_DIMENSIONS) refuse(`groupBy: at most ${MOST_DIMENSIONS} dimensions.`);
  if (new Set(groupBy).size < groupBy.length) refuse("groupBy: each dimension once.");
  if (groupBy.filter((each) => subjectsOfDimension(each).length < SUBJECTS.length).length > MOST_OF_OTHERS)
    refuse(`groupBy: at most ${MOST_OF_OTHERS} dimensions of records or tasks.`);
  if (measures.length === 0) refuse("measures: name at least one.");
  if (new Set(measures).size < measures.length) refuse("measures: each measure once.");
};

/**
 * What has to be counted to answer a question.
 *
 * @throws Refusal BAD_USER_INPUT when its parts do not go together
 */
const subjectOf = (question: Question): Subject => {
  checkForm(question);
  const filtered = (Object.keys(question.filter) as StatisticsDimension[]).filter((name) => question.filter[name]);
  const demands: readonly (readonly [string, readonly Subject[]])[] = [
    ...[...question.groupBy, ...filtered].map((name) => [name, subjectsOfDimension(name)] as const),
    ...question.measures.map((name) => [name, subjectsOfMeasure(name)] as const),
  ];
  const subject = SUBJECTS.find((each) => demands.every(([, subjects]) => subjects.includes(each)));
  if (subject !== undefined) return subject;
  return refuse(clashOf(demands));
};

type Demand = readonly [name: string, subjects: readonly Subject[]];

const wordsOf = (subjects: readonly Subject[]): string => subjects.map((each) => each.toLowerCase()).join(" or ");

/** Two that count nothing in common of some subjects, and what each of them counts of these. */
const clashWithin = (demands: readonly Demand[], within: readonly Subject[]): readonly [Demand, Demand] | undefined => {
  const left = demands.map(([name, subjects]): Demand => [name, subjects.filter((each) => within.includes(each))]);
  for (const a of left) for (const b of left) if (!a[1].some((subject) => b[1].includes(subject))) return [a, b];
  return undefined;
};

/** Of three subjects all is shut out by two demands, or by two beside a third: no more are needed to say why. */
const clashOf = (demands: readonly Demand[]): string => {
  for (const [beside, within] of [["", SUBJECTS] as const, ...demands]) {
    const clash = clashWithin(demands, within);
    if (clash === undefined) continue;
    const [[a, ofA], [b, ofB]] = clash;
    const where = beside === "" ? "" : ` beside ${beside}`;
    return `${a} and ${b} do not go together${where}: one is of ${wordsOf(ofA)}, the other of ${wordsOf(ofB)}. Ask for them apart.`;
  }
  throw new Error("The parts of a question that cannot be answered do go together");
};

/** Input as it comes: dimensions of a filter are named as fields are. */
export interface AskedStatistics {
  readonly groupBy: readonly StatisticsDimension[];
  readonly measures: readonly StatisticsMeasure[];
  /** Of each dimension named, the values wanted. */
  readonly filter?: object | null | undefined;
}

const MOST_VALUES = 100;

const dimensionOf = (field: string): StatisticsDimension =>
  field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as StatisticsDimension;

const filterOf = (given: AskedStatistics["filter"]): StatisticsFilter => {
  const all = Object.entries((given ?? {}) as Readonly<Record<string, readonly string[] | null>>);
  const named = all.flatMap(([field, values]) => (values ? [[field, values] as const] : []));
  for (const [field, values] of named) {
    if (values.length > MOST_VALUES) refuse(`filter.${field}: at most ${MOST_VALUES} values.`);
    checkValues(dimensionOf(field), `filter.${field}`, values);
  }
  return Object.fromEntries(named.map(([field, values]) => [dimensionOf(field), values]));
};

/** @throws Refusal BAD_USER_INPUT when its parts do not go together */
export const questionOf = ({
  groupBy,
  measures,
  filter,
}: AskedStatistics): Question & { readonly subject: Subject } => {
  const question = { groupBy, measures, filter: filterOf(filter) };
  return { ...question, subject: subjectOf(question) };
};
