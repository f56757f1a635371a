import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Ciphertext, HEADER } from "./ciphertext.js";
import type { EncryptionKey } from "./keyring.js";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Fault = "NO_CIPHERTEXT" | "UNKNOWN_KEY" | "NOT_AUTHENTIC";

/** What is stored cannot be read: tampered with, from another row or column, or under a key that is not configured. */
export class Unreadable extends Error {
  constructor(
    readonly place: string,
    readonly fault: Fault,
  ) {
    super(`What is stored at ${place} cannot be decrypted: ${fault}`);
    this.name = "Unreadable";
  }
}

/** Under AES-256-GCM, for one place alone: elsewhere it does not open. */
const sealed = (key: EncryptionKey, place: string, clear: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(place));
  const body = [cipher.update(clear), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
};

const opened = (key: EncryptionKey | undefined, place: string, body: Buffer): Buffer => {
  if (key === undefined) throw new Unreadable(place, "UNKNOWN_KEY");
  if (body.length < NONCE_BYTES + TAG_BYTES) throw new Unreadable(place, "NO_CIPHERTEXT");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, body.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place)).setAuthTag(body.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Unreadable(place, "NOT_AUTHENTIC");
  }
};

const headerOf = ({ id }: EncryptionKey): string => `v1.${id}.`;

export type Keys = ReadonlyMap<string, EncryptionKey>;

export const encryptText = (key: EncryptionKey, place: string, text: string): Ciphertext =>
  (headerOf(key) + sealed(key, place, Buffer.from(text)).toString("base64url")) as Ciphertext;

/** @throws Unreadable */
export const decryptText = (keys: Keys, place: string, text: string): string => {
  const [header, id] = HEADER.exec(text) ?? [];
  if (header === undefined || id === undefined) throw new Unreadable(place, "NO_CIPHERTEXT");
  const written = text.slice(header.length);
  const body = Buffer.from(written, "base64url");
  // Decoding forgives what was not written here: every character counts.
  if (body.toString("base64url") !== written) throw new Unreadable(place, "NO_CIPHERTEXT");
  return opened(keys.get(id), place, body).toString();
};

export const encryptBytes = (key: EncryptionKey, place: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(headerOf(key)), sealed(key, place, bytes)]);

/** What a header takes at most. */
const HEADER_BYTES = 20;

/** @throws Unreadable */
export const decryptBytes = (keys: Keys, place: string, bytes: Buffer): Buffer => {
  const [header, id] = HEADER.exec(bytes.subarray(0, HEADER_BYTES).toString("latin1")) ?? [];
  if (header === undefined || id === undefined) throw new Unreadable(place, "NO_CIPHERTEXT");
  return opened(keys.get(id), place, bytes.subarray(header.length));
};
