import { SYSTEM } from "../../src/auth/viewer.js";
import type { Database, Session } from "../../src/db/database.js";

const TABLES = `select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`;

/** Of bytes the text shows digits: what stands in them is looked for as it is. */
const BYTES = `select table_schema || '.' || quote_ident(table_name) as name, quote_ident(column_name) as column
  from information_schema.columns where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')`;

const STATISTICS = "select coalesce(string_agg(s::text, ' '), '') as text from pg_stats s where schemaname = 'public'";

const textOf = async (session: Session, text: string): Promise<string> => {
  const rows = await session.rows<{ text: string }>(text, []);
  return rows.map((row) => row.text).join("\n");
};

/** Everything a database holds, as text by table: what a dump, and whoever steals one, has. */
export const dumpOf = (database: Database): Promise<ReadonlyMap<string, string>> =>
  database.withViewer(SYSTEM, "READ", async (session) => {
    const dump = new Map<string, string>();
    for (const { name } of await session.rows<{ name: string }>(TABLES, []))
      dump.set(name, await textOf(session, `select x::text as text from ${name} x`));
    for (const { name, column } of await session.rows<{ name: string; column: string }>(BYTES, []))
      dump.set(`${name}.${column}`, await textOf(session, `select encode(${column}, 'escape') as text from ${name}`));
    dump.set("statistics", await textOf(session, STATISTICS));
    return dump;
  });

/** The tables of a dump in which any of these values stands. */
export const standsIn = (dump: ReadonlyMap<string, string>, values: readonly string[]): string[] =>
  [...dump].flatMap(([name, text]) => (values.some((value) => text.includes(value)) ? [name] : []));
