import { text } from "drizzle-orm/pg-core";
import type { Ciphertext, Lookup } from "../../encryption/ciphertext.js";

// A value of grade IDENTITY: encrypted, with its masked twin, which nobody can make of the ciphertext, and the
// fingerprint equal values are found by (docs/decisions/0036).

export const ciphertext = (column: string) => text(column).$type<Ciphertext>();
export const twin = (column: string) => text(`${column}_masked`);
export const fingerprint = (column: string) => text(`${column}_lookup`).$type<Lookup>();
