import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.js";

/** Passwords tried lately, by account, by address and by both. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    /** SHA-256: what was typed for a username may be a password. */
    key: text("key").primaryKey(),
    tried: integer("tried").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [index("sign_in_attempt_ends").on(t.endsAt), check("sign_in_attempt_counts", sql`${t.tried} >= 0`)],
);
