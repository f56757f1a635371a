import { getTableColumns, getTableName, type InferInsertModel } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { arrayText } from "./array-text.js";
import type { Session } from "./database.js";
import { toWire } from "./wire.js";

/** Rows a statement: beyond, it gets no faster and only takes memory. */
const PER_STATEMENT = 1000;

/** An array of arrays has no holes and one length: a column of arrays is sent as the text of each. */
const isNested = (type: string): boolean => type.endsWith("[]");

const statementFor = (table: string, columns: readonly PgColumn[], ending: string): string => {
  const types = columns.map((column) => column.getSQLType());
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const sent = types.map((type, i) => `$${i + 1}::${isNested(type) ? "text" : type}[]`).join(", ");
  const given = columns.map((_, i) => `v${i}`).join(", ");
  const values = types.map((type, i) => (isNested(type) ? `v${i}::${type}` : `v${i}`)).join(", ");
  return `insert into "${table}" (${names}) select ${values} from unnest(${sent}) as given(${given}) ${ending}`;
};

const givenColumns = (table: PgTable, rows: readonly Record<string, unknown>[]): (readonly [string, PgColumn])[] => {
  const given = new Set<string>();
  for (const row of rows) for (const key in row) given.add(key);
  return Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
};

/**
 * Many rows at once, as one array per column: the text stays the same however many rows there are, and the limit of 65,535
 * placeholders is out of sight. Rows as JSON took PostgreSQL two to three times as long to read. Defaults made in JavaScript (ids) are the caller's; a column that some rows name is null in those that do not.
 */
export const insertRows = async <T extends PgTable>(
  session: Session,
  table: T,
  rows: readonly InferInsertModel<T>[],
  ending: "" | "on conflict do nothing" = "",
): Promise<void> => {
  const all = rows as readonly Record<string, unknown>[];
  const columns = givenColumns(table, all);
  const text = statementFor(
    getTableName(table),
    columns.map(([, column]) => column),
    ending,
  );
  for (let start = 0; start < all.length; start += PER_STATEMENT) {
    const part = all.slice(start, start + PER_STATEMENT);
    await session.rows(
      text,
      columns.map(([key]) => arrayText(part.map((row) => toWire(row[key] ?? null)))),
    );
  }
};
