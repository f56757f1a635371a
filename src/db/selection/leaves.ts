import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type NodeType, nodePrefix } from "../../domain/node-type.js";
import type { EncryptedColumn } from "../encryption/vault.js";
import { asksFor } from "./merged.js";
import type { Row } from "./row.js";
import type { LeafShape } from "./shape.js";

/** Inside JSON a numeric would become a float: it leaves as text, without the zeros of the column's scale. */
const digits = (column: PgColumn, row: Row): SQL => sql`trim_scale(${row.of(column)})::text`;

const exact = (column: PgColumn, row: Row): SQL =>
  column.columnType === "PgNumeric" ? digits(column, row) : row.of(column);

export const leaf = (column: PgColumn, mask?: PgColumn): LeafShape => ({
  kind: "leaf",
  read: (row) => exact(column, row),
  ...(mask && { mask: (row: Row) => row.of(mask) }),
});

/** A leaf of a record's content. */
export const content = (column: PgColumn, mask?: PgColumn): LeafShape => ({ ...leaf(column, mask), content: true });

/** What stands behind a ciphertext in a statement's answer: the row it was read from. */
export const OF_ROW = "@";

/**
 * A leaf of a record's content that is stored encrypted: read as its ciphertext and its row, which the guarded field
 * decrypts on the way out (execution/decrypt-leaves.ts). Its masked twin is in clear.
 */
export const encryptedContent = (
  column: PgColumn,
  mask: PgColumn,
  { row: key, place }: { readonly row: PgColumn; readonly place: EncryptedColumn },
): LeafShape => ({
  ...content(column, mask),
  read: (row) => sql`${row.of(column)} || ${sql.raw(`'${OF_ROW}'`)} || ${row.of(key)}::text`,
  encrypted: place,
});

/** An opaque id. 39 bytes of ASCII make 52 characters of base64 without padding, `+` or `/`: base64url as it is. */
export const nodeId = (type: NodeType, column: PgColumn): LeafShape => ({
  kind: "leaf",
  read: (row) => sql`encode((${sql.raw(`'${nodePrefix(type)}'`)} || ${row.of(column)}::text)::bytea, 'base64')`,
});

/** An amount with its currency; masked, the band alone. The currency is a graded fact of its own. */
export const money = (amount: PgColumn, currency: PgColumn, band: PgColumn): LeafShape => ({
  kind: "leaf",
  content: true,
  read: (row, asked) => {
    const parts = [
      ...(asksFor(asked, "amount") ? [sql`'amount', ${digits(amount, row)}`] : []),
      ...(asksFor(asked, "currency") ? [sql`'currency', ${row.of(currency)}`] : []),
      ...(asksFor(asked, "band") ? [sql`'band', ${row.of(band)}`] : []),
    ];
    return sql`case when ${row.of(amount)} is not null then json_build_object(${sql.join(parts, sql`, `)}) end`;
  },
  mask: (row) => sql`case when ${row.of(band)} is not null then json_build_object('band', ${row.of(band)}) end`,
});
