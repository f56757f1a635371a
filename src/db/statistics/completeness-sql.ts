import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { checklistOf, isScored, LONGEST_CHECKLIST } from "../../domain/checklist.js";
import { CustomerKind, Importance } from "../../domain/customer.js";
import { namesOf } from "../../domain/enumeration.js";
import { informationRecord } from "../tables/information-record.js";

const columnOf = (field: string): string =>
  (informationRecord as unknown as Readonly<Record<string, PgColumn>>)[field]?.name as string;

const arrayOf = (fields: readonly string[]): string => `'{${fields.join(",")}}'::text[]`;

/** What every kind and importance is expected to hold: categories, and of each the fields a score counts. */
const checklists: SQL = sql.raw(
  `(values ${namesOf(CustomerKind)
    .flatMap((kind) =>
      namesOf(Importance).flatMap((importance) => {
        const list = checklistOf(kind, importance);
        return list.map(({ category, fields }) => {
          const scored = fields.filter((field) => isScored(category, field));
          return `('${kind}'::customer_kind, '${importance}'::importance, '${category}'::category_code, ${arrayOf(scored)}, ${list.length})`;
        });
      }),
    )
    .join(", ")}) as l (kind, importance, category, fields, categories)`,
);

/** Of the records of one category (alias `r`): which of its scored fields any of them fills. */
const filled: SQL = sql.raw(
  `case r.category ${LONGEST_CHECKLIST.map(({ category, fields }) => {
    const each = fields
      .filter((field) => isScored(category, field))
      .map((field) => `case when bool_or(r."${columnOf(field)}" is not null) then '${field}' end`);
    return `when '${category}' then array_remove(array[${each.join(", ")}]::text[], null)`;
  }).join(" ")} end`,
);

/** The score of domain/completeness.ts, of the customer of alias `c`, on a day. */
export const completenessSql = (today: SQL): SQL => sql`(
  select round(sum(case when f.category is null then 0 when cardinality(l.fields) = 0 then 1
      else (select count(*) from unnest(l.fields) e where e = any(f.filled))::numeric / cardinality(l.fields) end) / max(l.categories), 8)
  from ${checklists} left join (select r.category, ${filled} as filled from information_record r
    where r.customer_id = c.id and r.standing = 0 and r.status = 'ARCHIVED' and r.valid_from <= ${today}
      and (r.valid_to is null or r.valid_to > ${today}) group by r.category) f on f.category = l.category
  where l.kind = c.kind and l.importance = c.importance)`;
