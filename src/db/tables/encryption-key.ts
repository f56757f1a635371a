import { pgTable, text } from "drizzle-orm/pg-core";

/** The keys this database was written with: what tells them apart, never what they are. */
export const encryptionKey = pgTable("encryption_key", {
  id: text("id").primaryKey(),
  /** HMAC-SHA-256 of a constant under the key: another key of the same name is noticed before it writes. */
  proof: text("proof").notNull(),
});
