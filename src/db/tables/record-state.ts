import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { instant, version } from "./columns.js";
import { recordStatus } from "./enums.js";
import { informationRecord } from "./information-record.js";

/** Every state a record has been in, with the range of recorded time it held: past states stay reconstructable. */
export const recordState = pgTable(
  "record_state",
  {
    recordId: uuid("record_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    version: version(),
    status: recordStatus("status").notNull(),
    /** Null: the archive itself, when a consent has expired. */
    actorId: uuid("actor_id").references(() => account.id),
    reason: text("reason"),
    recordedFrom: instant("recorded_from").notNull(),
    recordedTo: instant("recorded_to"),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.version] }),
    foreignKey({
      columns: [t.recordId, t.customerId],
      foreignColumns: [informationRecord.id, informationRecord.customerId],
    }),
    check("state_recorded_time", sql`${t.recordedTo} is null or ${t.recordedTo} >= ${t.recordedFrom}`),
  ],
);

/** What an analysis was derived from (SP6): an analysis never counts as independent of these. */
export const recordDerivation = pgTable(
  "record_derivation",
  {
    recordId: uuid("record_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    customerId: uuid("customer_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.sourceId] }),
    foreignKey({
      columns: [t.recordId, t.customerId],
      foreignColumns: [informationRecord.id, informationRecord.customerId],
    }),
    foreignKey({
      columns: [t.sourceId, t.customerId],
      foreignColumns: [informationRecord.id, informationRecord.customerId],
    }),
    index("derivation_source").on(t.sourceId),
  ],
);
