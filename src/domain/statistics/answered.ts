import { subjectsOfMeasure } from "./measure.js";
import type { Question } from "./question.js";
import { isOfCustomer, type StatisticsDimension, SUBJECTS, type Subject } from "./subject.js";

/** A report as it was answered: what was asked, and the branch whose customers it is about; null: all. */
export interface AnsweredReport extends Question {
  readonly subject: Subject;
  readonly branch: string | null;
}

/** Different reports a viewer is answered within the time they are remembered. */
export const MOST_REPORTS = 200;

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

const filterText = ({ filter }: Question): string =>
  JSON.stringify(
    Object.entries(filter)
      .map(([name, values]) => [name, sorted(values ?? [])] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The same text for the same report, in whatever order it is asked for. */
export const textOf = (report: AnsweredReport): string =>
  JSON.stringify([report.subject, report.branch, sorted(report.groupBy), sorted(report.measures), filterText(report)]);

const isAbout = (a: AnsweredReport, b: AnsweredReport): boolean =>
  a.subject === b.subject && a.branch === b.branch && filterText(a) === filterText(b);

const within = (a: AnsweredReport, b: AnsweredReport): boolean => a.groupBy.every((each) => b.groupBy.includes(each));

/** Of a customer a dimension has one value: filters that share none let nobody through twice. */
const isElsewhere = (a: AnsweredReport, b: AnsweredReport): boolean =>
  (Object.keys(a.filter) as StatisticsDimension[]).some((name) => {
    const [mine, theirs] = [a.filter[name], b.filter[name]];
    return isOfCustomer(name) && mine && theirs && !mine.some((value) => theirs.includes(value));
  });

/** One over fewer dimensions of the same rows is a total of the other, and hidden together with it. */
export const isTotalOf = (a: AnsweredReport, b: AnsweredReport): boolean =>
  isAbout(a, b) && (within(a, b) || within(b, a));

const asksCustomers = ({ measures }: AnsweredReport): boolean => measures.includes("CUSTOMERS");

/** Of records and tasks a customer may have some in several groups: these do not add up to the customers of a total. */
const addUp = (a: AnsweredReport, b: AnsweredReport): boolean =>
  a.subject === "CUSTOMERS" ||
  !asksCustomers(a) ||
  !asksCustomers(b) ||
  [...a.groupBy, ...b.groupBy].every(
    (name) => isOfCustomer(name) || (a.groupBy.includes(name) && b.groupBy.includes(name)),
  );

/** Whether two reports have to be held against each other. What has no customer in common has no difference. */
export const mayTellApart = (a: AnsweredReport, b: AnsweredReport): boolean =>
  !(isTotalOf(a, b) && addUp(a, b)) && !isElsewhere(a, b);

/** Whether a report says how many rows of a kind there are: of customers also how many records and tasks they have. */
const counts = ({ subject, measures }: AnsweredReport, wanted: Subject): boolean =>
  subject === wanted ||
  (subject === "CUSTOMERS" &&
    measures.some((each) => each !== "CUSTOMERS" && subjectsOfMeasure(each).includes(wanted)));

/** The rows that two reports both count; null: none. */
export const sharedSubject = (a: AnsweredReport, b: AnsweredReport): Subject | null => {
  if (counts(a, b.subject)) return b.subject;
  return counts(b, a.subject) ? a.subject : null;
};

/** The kinds of rows that comparing any of these reports counts. */
export const comparedSubjects = (reports: readonly AnsweredReport[]): readonly Subject[] =>
  SUBJECTS.filter((wanted) => reports.some(({ subject }) => subject === wanted));
