import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Session } from "./database.js";

/** Parts of SQL, one behind the other. */
export const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/** Conditions that all have to hold, without those that are none; nothing asked is true. */
export const all = (conditions: readonly (SQL | undefined)[]): SQL => {
  const asked = conditions.filter((condition) => condition !== undefined);
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`;
};

const dialect = new PgDialect();

/** The text of a query, and one value per placeholder. */
export const textOf = (query: SQL): { readonly text: string; readonly params: unknown[] } => {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return { text, params };
};

/** Rows of a query, on a session. */
export const rowsOf = <T>(session: Session, query: SQL): Promise<T[]> => {
  const { text, params } = textOf(query);
  return session.rows<T>(text, params);
};
