import { type SQL, sql } from "drizzle-orm";
import type { Figure } from "../../domain/statistics/measure.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import { list } from "../sql-parts.js";
import { facts, factsWithTrade, recordFactsApart, stale } from "./asked-facts.js";
import { asKey, dimensionSql } from "./dimension-sql.js";
import { FIGURE_COLUMN, isTraded } from "./figure-sql.js";
import { kindNumbers, recordsOf } from "./record-kinds.js";

/** What a census has to tell apart. */
export interface CensusOf {
  /** Of customers, and of records and tasks where any report counts these. */
  readonly dimensions: Readonly<Record<Subject, readonly StatisticsDimension[]>>;
  readonly subjects: readonly Subject[];
  readonly figures: readonly Figure[];
  readonly today: string;
  readonly timeZone: string;
}

/** A branch goes by its id: the codes of all are told apart from it. */
const textsOf = ({ dimensions, timeZone }: CensusOf, subject: Subject): SQL[] =>
  dimensions[subject].map((name) => asKey(name, dimensionSql(name, subject, timeZone)));

/** The kinds of tasks there are, numbered; and of every customer which of these it has. */
const taskTables = (of: CensusOf): SQL[] => {
  const values = of.dimensions.TASKS.map((name) => dimensionSql(name, "TASKS", of.timeZone));
  const named = list([sql`1 as one`, ...values.map((value, i) => sql`${value} as ${sql.raw(`o${i}`)}`)]);
  const using = list([sql`one`, ...values.map((_, i) => sql.raw(`o${i}`))]);
  return [
    sql`task_kind as materialized (select *, (row_number() over ())::int - 1 as number from (select distinct ${named} from verification_task t) d)`,
    sql`tasks_of as (select customer_id, array_agg(distinct number) as numbers
      from (select t.customer_id, ${named} from verification_task t) x join task_kind using (${using}) group by 1)`,
  ];
};

const taskKindRows = (of: CensusOf): SQL => {
  const names = of.dimensions.TASKS.map((name, i) => asKey(name, sql.raw(`o${i}`)));
  return sql`select 'TASKS' as part, json_build_array(${list(names)})::text as keys, null::text as currency, 0 as customers,
    null::text as total, null::text as largest, null::int[] as records, array[number] as tasks from task_kind`;
};

const profileRows = (of: CensusOf): SQL => {
  const keys = sql`json_build_array(${list(textsOf(of, "CUSTOMERS"))})::text`;
  const [records, tasks] = [of.subjects.includes("RECORDS"), of.subjects.includes("TASKS")];
  const by = [
    ...textsOf(of, "CUSTOMERS"),
    ...(records ? [sql`records_of.kinds`] : []),
    ...(tasks ? [sql`tasks_of.numbers`] : []),
  ];
  return sql`select 'CUSTOMERS' as part, ${keys} as keys, null::text as currency, count(*)::int as customers,
    null::text as total, null::text as largest, ${records ? kindNumbers(of.dimensions.RECORDS) : sql`null::int[]`} as records,
    ${tasks ? sql`tasks_of.numbers` : sql`null::int[]`} as tasks
    from facts c ${records ? sql`left join records_of on records_of.customer_id = c.customer_id` : sql``}
    ${tasks ? sql`left join tasks_of on tasks_of.customer_id = c.customer_id` : sql``}
    ${by.length > 0 ? sql`group by ${list(by)}` : sql`having count(*) > 0`}`;
};

const figureRows = (of: CensusOf, figure: Figure): SQL => {
  const [column, currency] = FIGURE_COLUMN[figure];
  const x = sql.raw(`c.${column}`);
  const texts = textsOf(of, "CUSTOMERS");
  return sql`select ${sql.raw(`'${figure}'`)} as part, json_build_array(${list(texts)})::text as keys, ${sql.raw(currency)}::text as currency, count(*)::int,
    sum(abs(${x}))::text, max(abs(${x}))::text, null::int[], null::int[]
    from ${sql.raw(isTraded(figure) ? "traded" : "facts")} c where ${x} is not null group by ${list([...texts, sql`3`])}`;
};

const branchRows: SQL = sql`select 'BRANCH' as part, json_build_array(id::text, code)::text, null::text, 0, null::text, null::text, null::int[], null::int[] from branch`;

/** The whole of it in one statement, and so of one moment. */
export const censusSql = (of: CensusOf): SQL => {
  const today = sql`${of.today}::date`;
  const [records, tasks] = [of.subjects.includes("RECORDS"), of.subjects.includes("TASKS")];
  const tables = [
    stale(today),
    facts(today),
    ...(of.figures.some(isTraded) ? [factsWithTrade(today)] : []),
    ...(records ? [recordFactsApart(of.timeZone), recordsOf(of.dimensions.RECORDS)] : []),
    ...(tasks ? taskTables(of) : []),
  ];
  const parts = [
    ...(tasks ? [taskKindRows(of)] : []),
    profileRows(of),
    ...of.figures.map((figure) => figureRows(of, figure)),
    branchRows,
  ];
  return sql`with ${list(tables)} ${sql.join(parts, sql` union all `)}`;
};
