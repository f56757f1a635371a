import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { instant } from "./columns.js";

/** A document clients may ask for by its hash. Never changed: another text is another operation. */
export const persistedOperation = pgTable(
  "persisted_operation",
  {
    /** SHA-256, SHA-1 or MD5 of the body, in hexadecimal digits. */
    id: text("id").primaryKey(),
    /** Of its operations, or of the file where they have none. */
    name: text("name").notNull(),
    body: text("body").notNull(),
    /** Null: whoever runs the archive, without saying who. */
    registeredBy: uuid("registered_by").references(() => account.id),
    registeredAt: instant("registered_at").notNull(),
  },
  (t) => [
    check("persisted_operation_id", sql`${t.id} ~ '^([0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})$'`),
    index("persisted_operation_name").on(t.name),
  ],
);
