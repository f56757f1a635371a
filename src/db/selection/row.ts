import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/**
 * A row of a table under a unique alias. It remembers which columns were asked of it, so that the statement names
 * these and no others: what nobody may see is never selected.
 */
export class Row {
  readonly #asked = new Map<string, PgColumn>();

  constructor(readonly alias: string) {}

  of(column: PgColumn): SQL {
    this.#asked.set(column.name, column);
    return sql`${sql.identifier(this.alias)}.${sql.identifier(column.name)}`;
  }

  /** The columns asked for, as a select list of the row under another alias. */
  columnsOf(inner: string): SQL {
    const names = [...this.#asked.keys()].sort();
    if (names.length === 0) return sql`1`;
    return sql.join(
      names.map((name) => sql`${sql.identifier(inner)}.${sql.identifier(name)}`),
      sql`, `,
    );
  }
}

/** A value of the request, sent as text, which keeps microseconds and every digit; PostgreSQL reads it as the type, once. */
export const value = (name: string, type: string): SQL => sql`${sql.placeholder(name)}::${sql.raw(type)}`;

/** A list of values of the request. */
export const values = (name: string, type: string): SQL => sql`${sql.placeholder(name)}::${sql.raw(`${type}[]`)}`;

/** What every statement may refer to besides its arguments. */
export const REQUEST = {
  viewer: value("viewer", "uuid"),
  branch: value("branch", "uuid"),
  now: value("now", "timestamptz"),
  today: value("today", "date"),
} as const;
