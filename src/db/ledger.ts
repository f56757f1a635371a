import type { AccessRead } from "../auth/access-reads.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "./database.js";
import { insertRows } from "./insert-rows.js";
import type { accessEvent } from "./tables/index.js";
import { accessRead } from "./tables/index.js";

/** An entry as it is written: all but its place, which the database gives. */
export type EventRow = Omit<typeof accessEvent.$inferInsert, "seq">;

/** What an operation reads, under the hash it is kept by. */
export interface Pattern {
  readonly hash: string;
  readonly reads: readonly AccessRead[];
}

/** Two advisory locks: of those who append, shared, and of who seals. */
export const APPENDING = 7_308_001;
export const SEALING = 7_308_002;

const COLUMNS = `id, occurred_at, account_id, role, roles, purpose, exit, outcome, code, operation_name, operation_hash,
  registered, policy_version, pattern, customers, customer_count, hash`;

/**
 * Any number of entries in one statement, which is a transaction of its own. Its lock is held until it is committed: whoever
 * seals knows by it that no lower place is still to be filled. Appending waits for nobody who appends.
 */
const INSERT = `with appending as materialized (select pg_advisory_xact_lock_shared(${APPENDING}))
  insert into access_event (${COLUMNS})
  select ${COLUMNS} from appending, json_populate_recordset(null::access_event, $1::json)`;

const namedAsColumns = (event: EventRow): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  );

export const insertEvents = (database: Database, events: readonly EventRow[]): Promise<unknown> =>
  database.withViewer(SYSTEM, "READ", (session) => session.rows(INSERT, [JSON.stringify(events.map(namedAsColumns))]));

/** What is there already stays as it is: under the same hash it is the same. */
export const insertPattern = ({ hash, reads }: Pattern, database: Database): Promise<void> =>
  database.withViewer(SYSTEM, "WRITE", async (session) => {
    const [known] = await session.rows("select 1 from access_read where pattern = $1 limit 1", [hash]);
    if (known === undefined)
      await insertRows(
        session,
        accessRead,
        reads.map((read) => ({ ...read, pattern: hash })),
        "on conflict do nothing",
      );
  });
