import { getTableColumns, getTableName, type InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Session } from "./database.js";

/** Rows a statement: beyond, it gets no faster and only takes memory. */
const PER_STATEMENT = 1000;

const statementFor = (table: string, columns: readonly string[], ending: string): string => {
  const list = columns.map((column) => `"${column}"`).join(", ");
  return `insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json) ${ending}`;
};

/**
 * Many rows at once, as one JSON placeholder: the text stays the same however many rows there are, and the limit of
 * 65,535 placeholders is out of sight. Defaults made in JavaScript (ids) are the caller's; a column that some rows name
 * is null in those that do not.
 */
export const insertRows = async <T extends PgTable>(
  session: Session,
  table: T,
  rows: readonly InferInsertModel<T>[],
  ending: "" | "on conflict do nothing" = "",
): Promise<void> => {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const text = statementFor(
    getTableName(table),
    columns.map(([, column]) => column.name),
    ending,
  );
  for (let start = 0; start < rows.length; start += PER_STATEMENT) {
    const part = rows.slice(start, start + PER_STATEMENT) as Record<string, unknown>[];
    const named = part.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key] ?? null])));
    await session.rows(text, [JSON.stringify(named)]);
  }
};
