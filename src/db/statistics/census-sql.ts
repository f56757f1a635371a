import { type SQL, sql } from "drizzle-orm";
import type { Figure } from "../../domain/statistics/measure.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import { facts, factsWithTrade, recordFacts, stale } from "./asked-facts.js";
import { asKey, dimensionSql } from "./dimension-sql.js";
import { FIGURE_COLUMN, isTraded } from "./figure-sql.js";

/** What a census has to tell apart. */
export interface CensusOf {
  /** Of customers, and of records and tasks where any report counts these. */
  readonly dimensions: Readonly<Record<Subject, readonly StatisticsDimension[]>>;
  readonly subjects: readonly Subject[];
  readonly figures: readonly Figure[];
  readonly today: string;
  readonly timeZone: string;
}

const OF_ROWS = {
  RECORDS: { from: "record_facts r", alias: "r", kinds: "record_kind", lists: "records_of" },
  TASKS: { from: "verification_task t", alias: "t", kinds: "task_kind", lists: "tasks_of" },
} as const;

type RowSubject = keyof typeof OF_ROWS;

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/** A branch goes by its id: the codes of all are told apart from it. */
const textsOf = ({ dimensions, timeZone }: CensusOf, subject: Subject): SQL[] =>
  dimensions[subject].map((name) => asKey(name, dimensionSql(name, subject, timeZone)));

/** The kinds of rows there are, numbered; and of every customer which of these it has. */
const rowTables = (of: CensusOf, subject: RowSubject): SQL[] => {
  const { from, alias, kinds, lists } = OF_ROWS[subject];
  const values = of.dimensions[subject].map((name) => dimensionSql(name, subject, of.timeZone));
  const named = list([sql`1 as one`, ...values.map((value, i) => sql`${value} as ${sql.raw(`o${i}`)}`)]);
  const same = list(values.map((_, i) => sql.raw(`o${i}`)));
  const using = values.length > 0 ? sql`using (one, ${same})` : sql`using (one)`;
  return [
    sql`${sql.raw(kinds)} as materialized (select *, (row_number() over ())::int - 1 as number from (select distinct ${named} from ${sql.raw(from)}) d)`,
    sql`${sql.raw(lists)} as (select customer_id, array_agg(distinct number) as numbers
      from (select ${sql.raw(alias)}.customer_id, ${named} from ${sql.raw(from)}) x join ${sql.raw(kinds)} ${using} group by 1)`,
  ];
};

const kindRows = (of: CensusOf, subject: RowSubject): SQL => {
  const names = of.dimensions[subject].map((name, i) => asKey(name, sql.raw(`o${i}`)));
  return sql`select ${sql.raw(`'${subject}'`)} as part, json_build_array(${list(names)})::text as keys, null::text as currency, number as customers,
    null::text as total, null::text as largest, null::int[] as records, null::int[] as tasks from ${sql.raw(OF_ROWS[subject].kinds)}`;
};

const profileRows = (of: CensusOf): SQL => {
  const keys = sql`json_build_array(${list(textsOf(of, "CUSTOMERS"))})::text`;
  const asked = (subject: RowSubject) => of.subjects.includes(subject);
  const numbers = (subject: RowSubject) =>
    asked(subject) ? sql.raw(`${OF_ROWS[subject].lists}.numbers`) : sql`null::int[]`;
  const joins = (Object.keys(OF_ROWS) as RowSubject[]).filter(asked).map((subject) => {
    const { lists } = OF_ROWS[subject];
    return sql.raw(`left join ${lists} on ${lists}.customer_id = c.customer_id`);
  });
  return sql`select 'CUSTOMERS' as part, ${keys} as keys, null::text as currency, count(*)::int as customers,
    null::text as total, null::text as largest, ${numbers("RECORDS")} as records, ${numbers("TASKS")} as tasks
    from facts c ${sql.join(joins, sql` `)} group by ${list([...textsOf(of, "CUSTOMERS"), sql`7`, sql`8`])}`;
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
  const rows = (Object.keys(OF_ROWS) as RowSubject[]).filter((subject) => of.subjects.includes(subject));
  const tables = [
    stale(today),
    facts(today),
    ...(of.figures.some(isTraded) ? [factsWithTrade(today)] : []),
    ...(rows.includes("RECORDS") ? [recordFacts(of.timeZone)] : []),
    ...rows.flatMap((subject) => rowTables(of, subject)),
  ];
  const parts = [
    ...rows.map((subject) => kindRows(of, subject)),
    profileRows(of),
    ...of.figures.map((figure) => figureRows(of, figure)),
    branchRows,
  ];
  return sql`with ${list(tables)} ${sql.join(parts, sql` union all `)}`;
};
