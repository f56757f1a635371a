import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

/**
 * Cursors carry the order values of a row, which may be graded: they leave sealed (AES-256-GCM), bound to the role,
 * the list and the order they were made for, and to the policy that allowed that order. Anywhere else they do not open.
 */
export interface CursorCodec {
  seal(purpose: string, values: readonly (string | null)[]): string;
  /** The values, or null for anything this archive did not seal for this purpose. */
  open(purpose: string, cursor: string): (string | null)[] | null;
}

/** @param nonce 12 bytes that never come twice under one secret */
export const cursorCodec = (
  secret: string | Uint8Array,
  policyVersion: string,
  nonce: () => Buffer = () => randomBytes(NONCE),
): CursorCodec => {
  const key = createHash("sha256").update("cursor\0").update(secret).digest();
  const boundTo = (purpose: string): Buffer => Buffer.from(`${policyVersion} ${purpose}`);
  return {
    seal: (purpose, values) => {
      const once = nonce();
      const cipher = createCipheriv("aes-256-gcm", key, once).setAAD(boundTo(purpose));
      const body = Buffer.concat([cipher.update(JSON.stringify(values), "utf8"), cipher.final()]);
      return Buffer.concat([once, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (purpose, cursor) => {
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length <= NONCE + TAG) return null;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(boundTo(purpose))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
        return JSON.parse(text) as (string | null)[];
      } catch {
        return null;
      }
    },
  };
};
