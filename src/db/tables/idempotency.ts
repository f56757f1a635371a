import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Lookup } from "../encryption/ciphertext.js";
import { account } from "./account.js";
import { instant } from "./columns.js";

/** A change somebody asked for under a key: what came of it, so that asking again changes nothing. */
export const idempotency = pgTable(
  "idempotency",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** Of the header, and the field of the operation it was for. */
    key: text("key").notNull(),
    /** Keyed fingerprint of the mutation and its input, which may hold what nobody should try out: the same key for something else is a mistake. */
    request: text("request").$type<Lookup>().notNull(),
    /** What the command answered: keys of rows, never their content. Read anew, with today's clearance, on replay. */
    outcome: jsonb("outcome").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] }), index("idempotency_created").on(t.createdAt)],
);
