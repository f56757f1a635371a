/** A key of AES-256-GCM, and by which name ciphertexts refer to it. */
export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Buffer;
}

export interface Keyring {
  /** The first one encrypts; every one decrypts. */
  readonly keys: readonly [EncryptionKey, ...EncryptionKey[]];
  /** Of the fingerprints equal values are found by. It is not rotated: docs/decisions/0036. */
  readonly lookup: Buffer;
}

const ID = /^[a-z0-9-]{1,16}$/;
const KEY_BYTES = 32;

/** 32 bytes, or null. Not lenient: a key cut off when it was copied is no key. */
export const keyBytes = (base64: string): Buffer | null => {
  const bytes = Buffer.from(base64, "base64");
  const plain = base64.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  return bytes.length === KEY_BYTES && bytes.toString("base64").replace(/=+$/, "") === plain ? bytes : null;
};

const faultOf = (keys: readonly { readonly id: string; readonly bytes: Buffer | null }[]): string | null => {
  const wrong = keys.findIndex(({ id, bytes }) => !ID.test(id) || bytes === null);
  if (wrong >= 0)
    return `entry ${wrong + 1} must be id:key, the id of 1 to 16 characters of a-z, 0-9 and -, the key 32 bytes in base64 (openssl rand -base64 32)`;
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return "an id stands there twice";
  if (new Set(keys.map(({ bytes }) => bytes?.toString("hex"))).size < keys.length) return "a key stands there twice";
  return null;
};

/** `id:base64,…`, the current key first. The fault says what is wrong and quotes nothing. */
export const readKeys = (list: string): { readonly keys: Keyring["keys"] } | { readonly fault: string } => {
  const entries = list.split(",").map((entry) => {
    const [id = "", key = "", ...more] = entry.trim().split(":");
    return { id, bytes: more.length > 0 ? null : keyBytes(key) };
  });
  const fault = faultOf(entries);
  return fault === null ? { keys: entries as unknown as Keyring["keys"] } : { fault };
};
