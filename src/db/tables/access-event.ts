import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { MOST_NAMED } from "../../domain/access-event.js";
import { id, instant } from "./columns.js";
import { accessExit, accessOutcome, accessUse, disclosure, grade, purpose, role } from "./enums.js";

const sequence = (name: string) => bigint(name, { mode: "number" });

/**
 * The read ledger: one row per operation, written once. It names no account by a foreign key, as nothing that happens to
 * an account may keep an entry from being written, and holds no value of any record.
 */
export const accessEvent = pgTable(
  "access_event",
  {
    id: id(),
    /** The order entries are sealed in. */
    seq: sequence("seq").notNull().generatedAlwaysAsIdentity(),
    occurredAt: instant("occurred_at").notNull(),
    accountId: uuid("account_id").notNull(),
    role: role("role").notNull(),
    roles: role("roles").array().notNull(),
    purpose: purpose("purpose"),
    exit: accessExit("exit").notNull(),
    outcome: accessOutcome("outcome").notNull(),
    /** Why it was refused or failed: a code of the closed list. */
    code: text("code"),
    operationName: text("operation_name"),
    /** SHA-256 of the document without its values; of a registered operation its id. */
    operationHash: text("operation_hash").notNull(),
    registered: boolean("registered").notNull(),
    policyVersion: text("policy_version").notNull(),
    /** What was read: the rows of access_read under this hash. */
    pattern: text("pattern").notNull(),
    /** Marks of the customers touched, as many as are named. */
    customers: uuid("customers").array().notNull(),
    customerCount: integer("customer_count").notNull(),
    /** Over all of the above but `seq`, which the database gives. */
    hash: text("hash").notNull(),
  },
  (t) => [
    index("access_event_seq").on(t.seq),
    index("access_event_time").on(t.occurredAt, t.id),
    index("access_event_account").on(t.accountId, t.occurredAt, t.id),
    index("access_event_customers").using("gin", t.customers),
    check(
      "access_event_names",
      sql`cardinality(${t.customers}) = least(${t.customerCount}, ${sql.raw(String(MOST_NAMED))})`,
    ),
  ],
);

/** What operations read: most read the same as another before, so it is kept once, under its hash. */
export const accessRead = pgTable(
  "access_read",
  {
    pattern: text("pattern").notNull(),
    coordinate: text("coordinate").notNull(),
    use: accessUse("use").notNull(),
    grade: grade("grade").notNull(),
    level: disclosure("level").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pattern, t.coordinate, t.use, t.grade] }),
    index("access_read_coordinate").on(t.coordinate, t.pattern),
    index("access_read_grade").on(t.grade, t.level, t.pattern),
  ],
);

/** Entries that were sealed together, and the batch before them. */
export const ledgerBatch = pgTable(
  "ledger_batch",
  {
    number: integer("number").primaryKey(),
    lastSeq: sequence("last_seq").notNull(),
    /** The entries in their order, and the first half of the hash of each: an entry that is missing or moved has a name. */
    seqs: sequence("seqs").array().notNull(),
    marks: uuid("marks").array().notNull(),
    sealedAt: instant("sealed_at").notNull(),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("ledger_batch_last").on(t.lastSeq)],
);

/** Where the chain ends: a tail that was cut off is missed. One row. */
export const ledgerHead = pgTable(
  "ledger_head",
  {
    only: boolean("only").primaryKey().default(true),
    /** Of the key the ledger was begun with. */
    keyId: text("key_id").notNull(),
    number: integer("number").notNull(),
    lastSeq: sequence("last_seq").notNull(),
    entries: sequence("entries").notNull(),
    hash: text("hash").notNull(),
    /** Over the row, by the key. */
    mac: text("mac").notNull(),
  },
  (t) => [check("ledger_head_one", sql`${t.only}`)],
);
