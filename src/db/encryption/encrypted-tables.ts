import type { EncryptedColumn } from "./vault.js";

/** Where ciphertexts stand: by which columns a row is told, in the order they stand in its place, and how many are taken at a time. */
export interface EncryptedTable {
  readonly table: string;
  readonly key: Readonly<Record<string, "uuid" | "integer">>;
  readonly columns: Readonly<Record<string, "text" | "bytea">>;
  readonly batch: number;
}

type TableOf<C> = C extends `${infer Table}.${string}` ? Table : never;
type ColumnOf<C, T extends string> = C extends `${T}.${infer Name}` ? Name : never;

const TABLES = {
  information_record: {
    key: { id: "uuid" },
    columns: { id_number: "text", bank_account: "text", seal_salt: "text" },
    batch: 500,
  },
  import_rejected: { key: { job_id: "uuid", line: "integer" }, columns: { text: "text" }, batch: 500 },
  // Of half a megabyte each.
  import_chunk: { key: { job_id: "uuid", position: "integer" }, columns: { bytes: "bytea" }, batch: 8 },
} as const satisfies {
  readonly [T in TableOf<EncryptedColumn>]: Omit<EncryptedTable, "table"> & {
    readonly columns: Readonly<Record<ColumnOf<EncryptedColumn, T>, "text" | "bytea">>;
  };
};

export const ENCRYPTED_TABLES: readonly EncryptedTable[] = Object.entries(TABLES).map(([table, of]) => ({
  table,
  ...of,
}));

/** What stands before the ciphertext, as text. */
const headerSql = (column: string, type: string): string =>
  type === "bytea" ? `encode(substring(${column} from 1 for 20), 'escape')` : column;

/** The name of the key a value is encrypted with; null: there is none, or it is in clear. */
export const keyIdSql = (column: string, type: string): string =>
  `case when ${headerSql(column, type)} like 'v1.%' then split_part(${headerSql(column, type)}, '.', 2) end`;
