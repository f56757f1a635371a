import type { Principal } from "../../auth/viewer.js";
import { type AnsweredReport, comparedSubjects } from "../../domain/statistics/answered.js";
import { type BroughtIn, Census, type Keys, type Kinds, type Profile } from "../../domain/statistics/census.js";
import { unscaled } from "../../domain/statistics/decimal.js";
import type { Figure } from "../../domain/statistics/measure.js";
import { figuresOf } from "../../domain/statistics/measure.js";
import { isOfCustomer, type StatisticsDimension, type Subject } from "../../domain/statistics/subject.js";
import type { Database } from "../database.js";
import { rowsOf } from "../sql-parts.js";
import { type CensusOf, censusSql } from "./census-sql.js";
import { kindOfNumber } from "./record-kinds.js";

/** When and where reports are compared. */
export interface Moment {
  readonly now: Date;
  readonly today: string;
  readonly timeZone: string;
}

interface Row {
  readonly part: Subject | Figure | "BRANCH";
  readonly keys: string;
  readonly currency: string | null;
  readonly customers: number;
  readonly total: string | null;
  readonly largest: string | null;
  readonly records: readonly number[] | null;
  readonly tasks: readonly number[] | null;
}

const asked = ({ groupBy, filter, branch }: AnsweredReport): StatisticsDimension[] => [
  ...groupBy,
  ...(Object.keys(filter) as StatisticsDimension[]),
  ...(branch === null ? [] : (["BRANCH"] as const)),
];

const censusOf = (reports: readonly AnsweredReport[], { today, timeZone }: Moment): CensusOf => {
  const ofSubject = (subject: Subject) => [
    ...new Set(reports.filter((report) => report.subject === subject).flatMap(asked)),
  ];
  const own = (subject: Subject) => ofSubject(subject).filter((name) => !isOfCustomer(name));
  const customers = [...new Set(reports.flatMap(asked))].filter(isOfCustomer);
  return {
    dimensions: { CUSTOMERS: customers, RECORDS: own("RECORDS"), TASKS: own("TASKS") },
    subjects: comparedSubjects(reports),
    figures: [...new Set(reports.flatMap((report) => [...figuresOf(report.measures)]))],
    today,
    timeZone,
  };
};

/** Keys that are the same text become one kind. */
class Numbering {
  readonly values: Keys[] = [];
  readonly #known = new Map<string, number>();

  constructor(private readonly codes: (keys: Keys) => Keys) {}

  of(text: string): number {
    const found = this.#known.get(text) ?? this.values.push(this.codes(JSON.parse(text))) - 1;
    this.#known.set(text, found);
    return found;
  }
}

/** Of tasks the kinds come each with its number. */
const kindsOfTasks = (rows: readonly Row[], dimensions: readonly StatisticsDimension[]): Kinds => {
  const values: Keys[] = [];
  for (const { part, keys, tasks } of rows)
    if (part === "TASKS") for (const number of tasks ?? []) values[number] = JSON.parse(keys);
  return { dimensions, values };
};

/** Of records a number says what kind it is. */
class RecordKinds implements Kinds {
  readonly values: Keys[] = [];
  readonly #places = new Map<number, number>();

  constructor(readonly dimensions: readonly StatisticsDimension[]) {}

  readonly place = (number: number): number => {
    const known = this.#places.get(number);
    if (known !== undefined) return known;
    const place = this.values.push(kindOfNumber(this.dimensions, number)) - 1;
    this.#places.set(number, place);
    return place;
  };
}

const builtOf = (rows: readonly Row[], { dimensions, figures: wanted }: CensusOf): Census => {
  const named = rows.filter(({ part }) => part === "BRANCH").map(({ keys }) => JSON.parse(keys) as [string, string]);
  const branches = new Map(named);
  const at = dimensions.CUSTOMERS.indexOf("BRANCH");
  const numbering = new Numbering((keys) =>
    keys.map((key, i) => (i === at && key !== null ? (branches.get(key) ?? key) : key)),
  );
  const kindsOfRecords = new RecordKinds(dimensions.RECORDS);
  const profiles: Profile[] = [];
  const figures: BroughtIn[] = [];
  for (const { part, keys, currency, customers, total, largest, records, tasks } of rows) {
    if (part === "CUSTOMERS")
      profiles.push({
        kind: numbering.of(keys),
        customers,
        records: (records ?? []).map(kindsOfRecords.place),
        tasks: tasks ?? [],
      });
    const figure = wanted.find((each) => each === part);
    if (figure === undefined) continue;
    const amounts = { total: unscaled(total ?? "0"), largest: unscaled(largest ?? "0") };
    figures.push({ kind: numbering.of(keys), figure, currency, customers, ...amounts });
  }
  const kinds = {
    CUSTOMERS: { dimensions: dimensions.CUSTOMERS, values: numbering.values },
    RECORDS: kindsOfRecords,
    TASKS: kindsOfTasks(rows, dimensions.TASKS),
  };
  return new Census({ kinds, profiles, figures, branches });
};

/** Counts once, for all of these reports, what comparing any two of them takes. */
export const readCensus = async (
  database: Database,
  principal: Principal,
  reports: readonly AnsweredReport[],
  moment: Moment,
): Promise<Census> => {
  const of = censusOf(reports, moment);
  const rows = await database.withViewer(principal, "REPORT", (session) => rowsOf<Row>(session, censusSql(of)));
  return builtOf(rows, of);
};
