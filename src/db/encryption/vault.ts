import { createHmac } from "node:crypto";
import { decryptBytes, decryptText, encryptBytes, encryptText, type Fault, type Keys, Unreadable } from "./cipher.js";
import type { Ciphertext, Lookup } from "./ciphertext.js";
import type { EncryptionKey, Keyring } from "./keyring.js";

/** Where what is encrypted is stored. Whatever holds a value of grade IDENTITY, or of a file it may stand in, is listed. */
export type EncryptedColumn =
  | "information_record.id_number"
  | "information_record.bank_account"
  | "information_record.seal_salt"
  | "import_rejected.text"
  | "import_chunk.bytes";

/** What fingerprints are made of: equal values of different kinds have different ones. */
export type LookupOf =
  | "information_record.id_number"
  | "information_record.bank_account"
  | "information_record.import_key"
  | "idempotency.request";

/** Told of what cannot be decrypted: where it is stored and why, never what it says. */
export type OnUnreadable = (place: string, fault: Fault) => void;

/** The one place that encrypts and decrypts what is stored. It holds the keys and lets none out. */
export class Vault {
  readonly #keys: Keys;
  readonly #current: EncryptionKey;
  readonly #lookup: Buffer;

  constructor(
    { keys, lookup }: Keyring,
    private readonly onUnreadable: OnUnreadable = () => {},
  ) {
    this.#current = keys[0];
    this.#keys = new Map(keys.map((key) => [key.id, key]));
    this.#lookup = lookup;
  }

  /** By the name of its key, what is encrypted from now on. */
  get currentKey(): string {
    return this.#current.id;
  }

  /** What tells one key from another, and nobody what it is: by the names of the keys, and of the key of fingerprints. */
  get proofs(): ReadonlyMap<string, string> {
    const proof = (bytes: Buffer) => createHmac("sha256", bytes).update("customer-credit-archive key").digest("hex");
    const each = [...this.#keys.values()].map(({ id, bytes }): [string, string] => [id, proof(bytes)]);
    return new Map([...each, [LOOKUP_KEY, proof(this.#lookup)]]);
  }

  encrypt(column: EncryptedColumn, row: string, text: string): Ciphertext {
    return encryptText(this.#current, `${column}.${row}`, text);
  }

  /** @throws Unreadable */
  decrypt(column: EncryptedColumn, row: string, stored: string): string {
    return decryptText(this.#keys, `${column}.${row}`, stored);
  }

  /** For an answer: what cannot be decrypted is null in it, and whoever runs the archive is told. */
  show(column: EncryptedColumn, row: string, stored: string): string | null {
    try {
      return this.decrypt(column, row, stored);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.onUnreadable(error.place, error.fault);
      return null;
    }
  }

  encryptBytes(column: EncryptedColumn, row: string, bytes: Uint8Array): Buffer {
    return encryptBytes(this.#current, `${column}.${row}`, bytes);
  }

  /** @throws Unreadable */
  decryptBytes(column: EncryptedColumn, row: string, stored: Buffer): Buffer {
    return decryptBytes(this.#keys, `${column}.${row}`, stored);
  }

  lookup(of: LookupOf, text: string): Lookup {
    return `h1.${createHmac("sha256", this.#lookup).update(`${of}\0${text}`).digest("base64url")}` as Lookup;
  }
}

/** No key is called so: names are of small letters. */
export const LOOKUP_KEY = "LOOKUP_KEY";
