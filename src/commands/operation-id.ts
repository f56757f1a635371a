import { createHash } from "node:crypto";

/** How the tools of clients name a document: by a hash of its text, told apart by its length. */
const HASH_OF_LENGTH: Readonly<Record<number, string>> = { 64: "sha256", 40: "sha1", 32: "md5" };

/** The id of a document where nobody says another: SHA-256 over its text as it stands. */
export const idOf = (body: string): string => createHash("sha256").update(body).digest("hex");

/** Hexadecimal digits of one of the three lengths, in lower case; null for what cannot be an id. */
export const readId = (text: string): string | null => {
  const id = text.replace(/^sha256:/, "").toLowerCase();
  return /^[0-9a-f]+$/.test(id) && id.length in HASH_OF_LENGTH ? id : null;
};

/** Whether an id stands for just this text. */
export const isIdOf = (id: string, body: string): boolean => {
  const hash = HASH_OF_LENGTH[id.length];
  return hash !== undefined && createHash(hash).update(body).digest("hex") === id;
};
