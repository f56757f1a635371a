import { getTableColumns, sql } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { searchRows } from "../db/search/search-rows.js";
import { customer, searchEntry } from "../db/tables/index.js";
import type { Searchable } from "../domain/search/search-entry.js";

/** What a change of a customer has to answer for `saveSearchEntry`. */
export const SEARCHABLE = (({ id, branchId, code, name, uscc }) => ({ id, branchId, code, name, uscc }))(
  getTableColumns(customer),
);

/** Keeps how a customer is found; in the transaction that changes its name, code, USCC or branch. */
export const saveSearchEntry = async (orm: Orm, of: Searchable & { readonly id: string }): Promise<void> => {
  await orm
    .insert(searchEntry)
    .values(searchRows([of]))
    .onConflictDoUpdate({
      target: searchEntry.customerId,
      set: { branchId: sql`excluded.branch_id`, text: sql`excluded.text`, lexemes: sql`excluded.lexemes` },
    });
};
