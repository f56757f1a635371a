import { type SQL, sql } from "drizzle-orm";
import { integer, numeric, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** Version 7: keys grow with time, so an index is filled at its end. */
export const newId = (): string => v7();

export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** Microseconds kept as text: a JavaScript Date would cut them and return the same row on the next page. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** Money: exact, 20 digits before the point and 4 behind. */
export const amount = (name: string) => numeric(name, { precision: 24, scale: 4 });

/** Counts the changes of a row; a changing mutation has to name it. */
export const version = () => integer("version").notNull().default(1);

/** `'A', 'B'` for a database expression; the names come from a closed list of the domain, never from input. */
export const literals = (names: readonly string[]): SQL => sql.raw(names.map((name) => `'${name}'`).join(", "));
