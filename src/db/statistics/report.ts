import { type SQL, sql } from "drizzle-orm";
import type { Principal } from "../../auth/viewer.js";
import type { Counted, CountedGroup, SummedFigure } from "../../domain/statistics/counted.js";
import type { Figure } from "../../domain/statistics/measure.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import type { Database } from "../database.js";
import { rowsOf } from "../sql-parts.js";
import { type AskingOptions, askingOf } from "./asking.js";
import { countedReport } from "./counted-report.js";
import { customerReport } from "./customer-report.js";

interface Row {
  readonly keys: readonly (string | null)[];
  readonly figure: Figure | "BRANCH" | null;
  readonly currency: string | null;
  readonly counted: readonly (number | string)[];
}

/** What was counted, and the names of the branches by their codes. */
export interface CountedRows extends Counted {
  readonly branches: ReadonlyMap<string, string>;
}

/** Branches are grouped by id and named here. */
const branches: SQL = sql`select json_build_array(id::text, code, name) as keys, 'BRANCH' as figure, null::text as currency, '[]'::json as counted from branch`;

const NOBODY = { open: 0, overdue: 0, held: 0 };
const NOTHING = { records: 0, tasks: 0, openTasks: 0, overdueTasks: 0, completeness: "0", held: 0, verified: 0 };

const countedGroup = (subject: Subject, { keys, counted }: Row): CountedGroup => {
  const [customers = 0, a = 0, b = 0, c = 0, d = 0, e = 0] = counted.map(Number);
  const towards = counted.slice(6).map(Number);
  if (subject === "RECORDS") {
    const told = { ...NOTHING, records: a, held: b, verified: c, having: { ...NOBODY, held: d } };
    return { ...told, keys, customers, towards };
  }
  if (subject === "TASKS") {
    const told = { ...NOTHING, tasks: a, openTasks: b, overdueTasks: c, having: { ...NOBODY, open: d, overdue: e } };
    return { ...told, keys, customers, towards };
  }
  const [completeness, held = 0, verified = 0, ...having] = counted.slice(5);
  const [open = 0, overdue = 0, holding = 0] = having.map(Number);
  return {
    keys,
    customers,
    records: a,
    tasks: b,
    openTasks: c,
    overdueTasks: d,
    completeness: String(completeness ?? "0"),
    held: Number(held),
    verified: Number(verified),
    having: { open, overdue, held: holding },
    towards: [],
  };
};

const summedFigure = ({ keys, figure, currency, counted }: Row): SummedFigure => {
  const [customers, sum, total, largest] = counted;
  return {
    keys,
    figure: figure as Figure,
    currency,
    customers: Number(customers),
    sum: String(sum),
    total: String(total),
    largest: String(largest),
  };
};

/** Branches are grouped by id, which says nothing to anybody, and shown by code. */
const withCodes = (
  groupBy: readonly StatisticsDimension[],
  rows: readonly Row[],
  codes: ReadonlyMap<string, string>,
) => {
  const at = groupBy.indexOf("BRANCH");
  const coded = (keys: Row["keys"]) => keys.map((key, i) => (i === at ? (codes.get(String(key)) ?? key) : key));
  return at === -1 ? rows : rows.map((row) => ({ ...row, keys: coded(row.keys) }));
};

const countedRows = ({ subject, groupBy }: AskingOptions, rows: readonly Row[]): CountedRows => {
  const named = rows.filter(({ figure }) => figure === "BRANCH").map(({ keys }) => keys.map(String));
  const codes = new Map(named.map(([id = "", code = ""]) => [id, code]));
  const counted = withCodes(
    groupBy,
    rows.filter(({ figure }) => figure !== "BRANCH"),
    codes,
  );
  return {
    groups: counted.filter(({ figure }) => figure === null).map((row) => countedGroup(subject, row)),
    figures: counted.filter(({ figure }) => figure !== null).map(summedFigure),
    branches: new Map(named.map(([, code = "", name = ""]) => [code, name])),
  };
};

/** What a report is made of, counted by one statement. */
export const countedFor = async (
  database: Database,
  principal: Principal,
  options: AskingOptions,
): Promise<CountedRows> => {
  const asking = askingOf(options);
  const rows = options.subject === "CUSTOMERS" ? customerReport(asking) : countedReport(asking);
  const query = options.groupBy.includes("BRANCH") ? sql`${rows} union all ${branches}` : rows;
  const found = await database.withViewer(principal, "REPORT", (session) => rowsOf<Row>(session, query));
  return countedRows(options, found);
};
