import { testVault } from "../../support/vault.js";
import { keepingLastFour } from "./masks.js";

// biome-ignore lint/suspicious/noExplicitAny: a row of any table, by the names of its columns
type Stored = Readonly<Record<string, any>>;

/** What stands encrypted in information_record, by the names of its columns. */
const ENCRYPTED = ["id_number", "bank_account"] as const;
type Encrypted = (typeof ENCRYPTED)[number];

export const isEncrypted = (column: string): column is Encrypted => ENCRYPTED.some((each) => each === column);

const vault = testVault();

/** A row with what it says in clear. */
export const inClear = (row: Stored): Stored => {
  const said = ENCRYPTED.map((column) => {
    const stored = row[column];
    return [column, stored && vault.decrypt(`information_record.${column}`, row.id, stored)] as const;
  });
  return { ...row, ...Object.fromEntries(said) };
};

/** What is written for a value, by column. */
const writtenFor = (column: Encrypted, row: Stored, value: string): Readonly<Record<string, string>> => {
  const place = `information_record.${column}` as const;
  return {
    [column]: vault.encrypt(place, row.id, value),
    [`${column}_masked`]: keepingLastFour(value),
    [`${column}_lookup`]: vault.lookup(place, value),
  };
};

/** The same, as a list of assignments. */
export const encryptedAs = (column: Encrypted, row: Stored, value: string): string =>
  Object.entries(writtenFor(column, row, value))
    .map(([name, stored]) => `"${name}" = '${stored}'`)
    .join(", ");

/** Another value in its place: under the same mask, or wholly another. By column. */
export const anotherEncrypted = (column: Encrypted, row: Stored, shown: string): Readonly<Record<string, string>> =>
  writtenFor(column, row, `99999999999999${shown === "MASKED" ? String(row[column]).slice(-4) : "0000"}`);
