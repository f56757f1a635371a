import { SYSTEM } from "../../auth/viewer.js";
import type { Searchable } from "../../domain/search/search-entry.js";
import type { Database, Session } from "../database.js";
import { insertRows } from "../insert-rows.js";
import { searchEntry } from "../tables/search-entry.js";
import { searchRows } from "./search-rows.js";

type Unsearchable = Searchable & { readonly id: string };

const CHUNK = 5000;
const EVERY_MS = 5000;

const MISSING = `select c.id, c.branch_id as "branchId", c.code, c.name, c.uscc from customer c
  where c.id > $1::uuid and not exists (select from search_entry e where e.customer_id = c.id)
  order by c.id limit ${CHUNK} for no key update of c`;

const FIRST = "00000000-0000-0000-0000-000000000000";

/** An entry is always a customer's. */
const COMPLETE = "select (select count(*) from customer) = (select count(*) from search_entry) as complete";

const isFilled = (database: Database): Promise<boolean> =>
  database.withViewer(SYSTEM, "READ", async ({ rows }) => {
    const [found] = await rows<{ complete: boolean }>(COMPLETE, []);
    return found?.complete === true;
  });

/** Customers in the order of their ids. Locked, so that nobody renames one meanwhile; whoever else starts now waits, and finds it done. */
export const makeFindable = async (session: Session, after = FIRST): Promise<Unsearchable[]> => {
  const missing = await session.rows<Unsearchable>(MISSING, [after]);
  await insertRows(session, searchEntry, searchRows(missing));
  return missing;
};

/**
 * Makes the customers of an archive from before this search findable. The start waits for it; what is done stays done
 * when it is broken off.
 */
export const fillSearch = async (database: Database, onProgress: (line: string) => void = () => {}): Promise<void> => {
  if (await isFilled(database)) return;
  let [done, after, told] = [0, FIRST, Date.now()];
  for (;;) {
    const from = after;
    const filled = await database.withViewer(SYSTEM, "WRITE", (session) => makeFindable(session, from));
    done += filled.length;
    after = filled.at(-1)?.id ?? after;
    if (filled.length < CHUNK) return;
    if (Date.now() - told < EVERY_MS) continue;
    told = Date.now();
    onProgress(`made ${done} customers findable, going on`);
  }
};
