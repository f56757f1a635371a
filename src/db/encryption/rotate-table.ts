import type { Session } from "../database.js";
import { Unreadable } from "./cipher.js";
import { ENCRYPTED_TABLES, type EncryptedTable, keyIdSql } from "./encrypted-tables.js";
import type { EncryptedColumn, Vault } from "./vault.js";

type Row = Readonly<Record<string, string | number | null>>;

const keysOf = ({ key }: EncryptedTable) => Object.entries(key);
const columnsOf = ({ columns }: EncryptedTable) => Object.entries(columns);

const isOlder = (table: EncryptedTable): string =>
  columnsOf(table)
    .map(([column, type]) => `(${keyIdSql(column, type)}) <> $1`)
    .join(" or ");

/** Rows behind the last one, whose values are not all under the current key. They are locked for a batch, never longer. */
const olderRows = (table: EncryptedTable, isFirst: boolean): string => {
  const keys = keysOf(table);
  const names = keys.map(([name]) => name).join(", ");
  const behind = keys.map(([, type], i) => `$${i + 2}::text::${type}`).join(", ");
  const columns = columnsOf(table).map(([name, type]) =>
    type === "bytea" ? `encode(${name}, 'base64') as ${name}` : name,
  );
  return `select ${names}, ${columns.join(", ")} from ${table.table} where (${isOlder(table)})${isFirst ? "" : ` and (${names}) > (${behind})`}
    order by ${names} limit ${table.batch} for no key update`;
};

const keepRows = (table: EncryptedTable): string => {
  const keys = keysOf(table);
  const columns = columnsOf(table);
  const set = columns.map(
    ([name, type]) => `${name} = ${type === "bytea" ? `decode(v.${name}, 'base64')` : `v.${name}`}`,
  );
  const of = [...keys.map(([name, type]) => `${name} ${type}`), ...columns.map(([name]) => `${name} text`)];
  return `update ${table.table} t set ${set.join(", ")} from json_to_recordset($1::json) as v(${of.join(", ")})
    where ${keys.map(([name]) => `t.${name} = v.${name}`).join(" and ")}`;
};

/** A value under the current key; what is in clear (the salt of a record that holds nothing of the kind) stays. */
const renewed = (vault: Vault, column: EncryptedColumn, row: string, stored: string, type: string): string => {
  if (type === "text")
    return stored.startsWith("v1.") ? vault.encrypt(column, row, vault.decrypt(column, row, stored)) : stored;
  const clear = vault.decryptBytes(column, row, Buffer.from(stored, "base64"));
  return vault.encryptBytes(column, row, clear).toString("base64");
};

const renewedRow = (vault: Vault, table: EncryptedTable, row: Row): Row => {
  const place = keysOf(table)
    .map(([name]) => row[name])
    .join(".");
  const values = columnsOf(table).map(([name, type]) => {
    const stored = row[name];
    const column = `${table.table}.${name}` as EncryptedColumn;
    return [name, typeof stored === "string" ? renewed(vault, column, place, stored, type) : null] as const;
  });
  return { ...row, ...Object.fromEntries(values) };
};

export interface Rotated {
  readonly rows: number;
  readonly unreadable: readonly Unreadable[];
  /** Where the next batch begins; null: there is none. */
  readonly after: Row | null;
}

/** One batch of a table: what cannot be decrypted stays as it is, and is told. */
export const rotateSome = async (
  session: Session,
  vault: Vault,
  table: EncryptedTable,
  after: Row | null,
): Promise<Rotated> => {
  const keys = keysOf(table).map(([name]) => name);
  const behind = after === null ? [] : keys.map((name) => String(after[name]));
  const found = await session.rows<Row>(olderRows(table, after === null), [vault.currentKey, ...behind]);
  const unreadable: Unreadable[] = [];
  const rows = found.flatMap((row) => {
    try {
      return [renewedRow(vault, table, row)];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(error);
      return [];
    }
  });
  if (rows.length > 0) await session.rows(keepRows(table), [JSON.stringify(rows)]);
  return { rows: rows.length, unreadable, after: found.length < table.batch ? null : (found.at(-1) ?? null) };
};

/** How many rows hold a value under another key than the current one. */
export const countOlder = async (session: Session, vault: Vault): Promise<number> => {
  const counts = ENCRYPTED_TABLES.map((table) => `(select count(*) from ${table.table} where ${isOlder(table)})`);
  const [found] = await session.rows<{ count: string }>(`select (${counts.join(" + ")})::text as count`, [
    vault.currentKey,
  ]);
  return Number(found?.count ?? 0);
};
