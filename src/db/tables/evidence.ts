import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant } from "./columns.js";
import { informationRecord } from "./information-record.js";

/** A document behind a record: its name and fingerprint; the bytes stay in the document store. */
export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    recordId: uuid("record_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    sha256: text("sha256").notNull(),
    addedBy: uuid("added_by")
      .notNull()
      .references(() => account.id),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    foreignKey({
      name: "evidence_record",
      columns: [t.recordId, t.customerId],
      foreignColumns: [informationRecord.id, informationRecord.customerId],
    }),
    check("evidence_size", sql`${t.sizeBytes} >= 0`),
    check("evidence_fingerprint", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index("evidence_record").on(t.recordId, t.id),
  ],
);
