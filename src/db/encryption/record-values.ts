import { normalisedIdentifier } from "../../domain/identifier.js";
import { type Ciphertext, isCiphertext, type Lookup } from "./ciphertext.js";
import { lastFour } from "./last-four.js";
import type { Vault } from "./vault.js";

/** The fields of grade IDENTITY: their columns hold ciphertexts, beside them the masked twin and the fingerprint. */
export const IDENTITY_FIELDS = {
  idNumber: "information_record.id_number",
  bankAccount: "information_record.bank_account",
} as const;

export type IdentityField = keyof typeof IDENTITY_FIELDS;
type Derived = `${IdentityField}${"Masked" | "Lookup"}`;

export type InClear = { readonly [F in IdentityField]?: string | null };
type Stored = { readonly [F in IdentityField]?: Ciphertext | null } & {
  readonly [F in IdentityField as `${F}Masked`]?: string | null;
} & { readonly [F in IdentityField as `${F}Lookup`]?: Lookup | null };

const FIELDS = Object.entries(IDENTITY_FIELDS) as [IdentityField, (typeof IDENTITY_FIELDS)[IdentityField]][];

export const holdsIdentity = (content: object): boolean =>
  FIELDS.some(([field]) => (content as InClear)[field] != null);

export const isIdentityField = (name: string): name is IdentityField => Object.hasOwn(IDENTITY_FIELDS, name);

/** One fingerprint for all spellings: they contradict each other as little as they are told apart when looked for. */
export const lookupOf = (vault: Vault, field: IdentityField, value: string): Lookup =>
  vault.lookup(IDENTITY_FIELDS[field], normalisedIdentifier(value));

/** A record in clear, as it is stored. What holds nothing to encrypt stays itself: an import has thousands a second. */
export const encryptedRecord = <T extends InClear & { readonly id: string }>(
  vault: Vault,
  record: T,
): Omit<T, IdentityField | Derived> & Stored => {
  const encrypted = FIELDS.flatMap(([field, column]) => {
    const value = record[field];
    if (value == null) return [];
    return [
      [field, vault.encrypt(column, record.id, value)],
      [`${field}Masked`, lastFour(value)],
      [`${field}Lookup`, lookupOf(vault, field, value)],
    ];
  });
  const stored: unknown = encrypted.length === 0 ? record : { ...record, ...Object.fromEntries(encrypted) };
  return stored as Omit<T, IdentityField | Derived> & Stored;
};

type StoredRecord = { readonly id: string; readonly sealSalt?: string | null } & {
  readonly [F in IdentityField]: string | null;
};

/** A stored record with what it says in clear: for its seal, and for nothing that leaves. @throws Unreadable */
export const decryptedRecord = <T extends StoredRecord>(vault: Vault, record: T): Omit<T, IdentityField> & InClear => {
  const said = FIELDS.map(([field, column]) => {
    const stored = record[field];
    return [field, stored === null ? null : vault.decrypt(column, record.id, stored)] as const;
  });
  return { ...record, ...Object.fromEntries(said) };
};

/** A stored record with fingerprints for what is encrypted: two of them contradict each other where the values do. */
export const comparableRecord = <T extends { readonly [F in IdentityField as `${F}Lookup`]: Lookup | null }>(
  record: T,
): T & InClear => ({ ...record, idNumber: record.idNumberLookup, bankAccount: record.bankAccountLookup });

const SALT = "information_record.seal_salt";

/** With a salt in clear, whoever has the database could try out every number against the hash of the content. */
export const encryptedSalt = (vault: Vault, recordId: string, salt: string): Ciphertext =>
  vault.encrypt(SALT, recordId, salt);

/** Records sealed before may have theirs in clear: those that hold nothing worth trying out. @throws Unreadable */
export const decryptedSalt = (vault: Vault, recordId: string, stored: string): string =>
  isCiphertext(stored) ? vault.decrypt(SALT, recordId, stored) : stored;
