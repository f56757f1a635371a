import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { AccessPlan } from "../../auth/access-plan.js";
import { INFORMATION_CATEGORIES } from "../../domain/category.js";
import { isScored, LONGEST_CHECKLIST } from "../../domain/checklist.js";
import { asksFor, type Selections } from "../selection/merged.js";
import { REQUEST, type Row } from "../selection/row.js";
import { customer } from "../tables/customer.js";
import { informationRecord as r } from "../tables/information-record.js";

/** One row a category in force, with the facts told of it. */
const factsOf = (row: Row, facts: SQL): SQL =>
  sql`json_build_object('kind', ${row.of(customer.kind)}, 'importance', ${row.of(customer.importance)}, 'inForce', (
    select coalesce(json_agg(f.facts), '[]') from (select json_build_object('category', category, ${facts}) as facts from ${r}
      where customer_id = ${row.of(customer.id)} and standing = 0 and status = 'ARCHIVED' and valid_from <= ${REQUEST.today}
      and (valid_to is null or valid_to > ${REQUEST.today}) group by category) f))`;

const columnOf = (field: string): PgColumn => (r as unknown as Readonly<Record<string, PgColumn>>)[field] as PgColumn;

const emptyOf = (fields: readonly string[]): SQL => {
  const each = fields.map(
    (name) => sql`case when bool_and(${sql.identifier(columnOf(name).name)} is null) then ${sql.raw(`'${name}'`)} end`,
  );
  return sql`array_remove(array[${sql.join(each, sql`, `)}]::text[], null)`;
};

/**
 * The categories in force, and which of their fields no record fills: as far as everybody may know, and of the graded
 * ones, where what is missing is asked for, those that the reader sees in full. No other column is named.
 */
export const completenessFacts = (row: Row, asked: Selections, plan: AccessPlan): SQL => {
  const listed = asksFor(asked, "missing");
  const cases = LONGEST_CHECKLIST.flatMap(({ category, fields }) => {
    const { typeName } = INFORMATION_CATEGORIES[category];
    const told = fields.filter(
      (name) => isScored(category, name) || (listed && plan.seesInFull(`${typeName}.${name}`)),
    );
    return told.length === 0 ? [] : [sql`when ${sql.raw(`'${category}'`)} then ${emptyOf(told)}`];
  });
  return factsOf(row, sql`'empty', case category ${sql.join(cases, sql` `)} else '{}'::text[] end`);
};

/** The categories in force, and when each was last collected. */
export const freshnessFacts = (row: Row): SQL => factsOf(row, sql`'collectedAt', max(collected_at)`);
