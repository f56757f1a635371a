import { createHash, randomBytes } from "node:crypto";
import { canonicalContent, canonicalInstant, type SealedRecord } from "../domain/sealed-content.js";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Of 16 bytes: whoever knows the hash of an erased record still cannot try out what it may have said. */
export const newSalt = (): string => randomBytes(16).toString("hex");

/** The fingerprint of what a record says; it outlives the content. */
export const contentHashOf = (salt: string, record: SealedRecord): string => sha256(salt + canonicalContent(record));

export interface Sealing {
  readonly id: string;
  readonly contentHash: string;
  /** Null: erased before it was ever archived. */
  readonly archivedAt: string | null;
  /** The seal of the record it supersedes: a chain per series. */
  readonly before: string | null;
}

/** The seal of a record: over the fingerprint, not the content, so that an erased record still verifies. */
export const sealOf = ({ id, contentHash, archivedAt, before }: Sealing): string =>
  sha256(JSON.stringify([before ?? "", id, contentHash, archivedAt === null ? "" : canonicalInstant(archivedAt)]));
