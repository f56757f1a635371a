import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../../auth/scope.js";
import type { FourEyes } from "../../domain/four-eyes.js";
import type { StatisticsMeasure } from "../../domain/statistics/measure.js";
import type { StatisticsFilter } from "../../domain/statistics/question.js";
import type { StatisticsDimension, Subject } from "../../domain/statistics/subject.js";
import { conditionOf } from "./condition-sql.js";
import { asKey, dimensionSql } from "./dimension-sql.js";

export interface AskedDimension {
  readonly name: StatisticsDimension;
  readonly value: SQL;
}

export interface AskedFilter {
  readonly name: StatisticsDimension;
  readonly condition: SQL;
  readonly values: readonly string[];
}

/** A report as its statement needs it: dimensions as expressions, the scope and the filter as conditions. */
export interface Asking {
  readonly subject: Subject;
  readonly measures: readonly StatisticsMeasure[];
  readonly dimensions: readonly AskedDimension[];
  readonly filters: readonly AskedFilter[];
  readonly scope: SQL;
  /** Whether the scope looks at the customer at all. */
  readonly scoped: boolean;
  readonly now: SQL;
  readonly today: SQL;
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
}

export interface AskingOptions {
  readonly subject: Subject;
  readonly groupBy: readonly StatisticsDimension[];
  readonly measures: readonly StatisticsMeasure[];
  readonly filter: StatisticsFilter;
  readonly scope: Scope;
  readonly now: Date;
  readonly today: string;
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
}

const scopeSql = (scope: Scope): SQL => {
  if (scope.rows === "ALL") return sql`true`;
  return scope.rows === "BRANCH" ? sql`c.branch_id = ${scope.branchId}::uuid` : sql`false`;
};

export const askingOf = (options: AskingOptions): Asking => {
  const { subject, groupBy, measures, filter, scope, now, today, timeZone, fourEyes } = options;
  const expression = (name: StatisticsDimension) => dimensionSql(name, subject, timeZone);
  return {
    subject,
    measures,
    dimensions: groupBy.map((name) => ({ name, value: expression(name) })),
    filters: Object.entries(filter).flatMap(([key, given]) => {
      const name = key as StatisticsDimension;
      return given
        ? [
            {
              name,
              condition: conditionOf({ name, subject, value: expression(name) }, given),
              values: given,
            },
          ]
        : [];
    }),
    scope: scopeSql(scope),
    scoped: scope.rows !== "ALL",
    now: sql`${now.toISOString()}::timestamptz`,
    today: sql`${today}::date`,
    timeZone,
    fourEyes,
  };
};

/** The values a group stands for, as JSON. */
export const keysOf = ({ dimensions }: Asking): SQL =>
  sql`json_build_array(${sql.join(
    dimensions.map(({ name, value }) => asKey(name, value)),
    sql`, `,
  )})`;

/** Scope and filter. */
export const conditions = ({ scope, filters }: Asking): SQL =>
  sql.join([scope, ...filters.map(({ condition }) => condition)], sql` and `);
