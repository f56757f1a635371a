import { type SQL, sql } from "drizzle-orm";
import { MOST_NAMED } from "../../domain/access-event.js";
import { accessEvent as e, accessRead as r } from "../tables/access-event.js";
import type { Row } from "./row.js";

/**
 * Whether an entry names everybody its answer spoke of. More than are named may have been read; and what picks rows by graded
 * values speaks of those it left out, and a count, a sum or an order of those whose rows were never read.
 */
export const namesAll = (row: Row): SQL =>
  sql`(${row.of(e.customerCount)} <= ${sql.raw(String(MOST_NAMED))} and not exists (select 1 from ${r} u where u.pattern = ${row.of(e.pattern)}
    and u.use in ('filter', 'order', 'group', 'aggregate', 'search', 'cursor') and u.grade not in ('PUBLIC', 'INTERNAL') and u.level = 'FULL'))`;
