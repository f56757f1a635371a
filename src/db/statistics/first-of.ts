import { type SQL, sql } from "drizzle-orm";
import type { StatisticsDimension } from "../../domain/statistics/subject.js";

/** The dimensions of records themselves, and their columns in `customer_record_fact`: the place of each is its bit in a set of them. */
const RECORD_DIMENSIONS = [
  ["CATEGORY", "category"],
  ["RECORD_STATUS", "status"],
  ["MONTH", "month"],
] as const satisfies readonly (readonly [StatisticsDimension, string])[];

/** Of rows that differ in all of them every one is the first. */
const SETS = Array.from({ length: 1 << RECORD_DIMENSIONS.length }, (_, set) => set);

/** Whether a row is the first of its customer's that agree in these columns. */
const isFirst = (alias: string, columns: readonly string[]): SQL =>
  sql.raw(
    `row_number() over (partition by ${["customer_id", ...columns].map((each) => `${alias}.${each}`).join(", ")}) = 1`,
  );

/** What `customer_record_fact.first` is to be, of all rows of the customers. */
export const firstOfSets = (alias: string): SQL => {
  const bits = SETS.map((set) => {
    const columns = RECORD_DIMENSIONS.flatMap(([, column], i) => ((set >> i) & 1 ? [column] : []));
    return sql`case when ${isFirst(alias, columns)} then ${sql.raw(String(1 << set))} else 0 end`;
  });
  return sql`(${sql.join(bits, sql` + `)})::smallint`;
};

const setOf = (dimensions: readonly StatisticsDimension[]): number =>
  RECORD_DIMENSIONS.reduce((set, [name], i) => set | (dimensions.includes(name) ? 1 << i : 0), 0);

export interface FirstOf {
  /** What the customers' rows are to agree in. */
  readonly dimensions: readonly StatisticsDimension[];
  /** What the rows are filtered by, and by how many values. */
  readonly filters: ReadonlyMap<StatisticsDimension, number>;
}

/**
 * Of a row of record facts (alias `r`): whether it is the first that passes. A filter by one value asks for what agrees in it,
 * too; by several it has to be looked which rows are left.
 */
export const firstOf = ({ dimensions, filters }: FirstOf): SQL => {
  const others = [...filters].filter(([name]) => !dimensions.includes(name));
  const set = setOf([...dimensions, ...others.map(([name]) => name)]);
  if (others.every(([, values]) => values === 1)) return sql.raw(`r.first & ${1 << set} <> 0`);
  return isFirst(
    "r",
    RECORD_DIMENSIONS.filter(([name]) => dimensions.includes(name)).map(([, column]) => column),
  );
};
