import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { CIPHERTEXT_FORM, type Ciphertext } from "../encryption/ciphertext.js";
import { account } from "./account.js";
import { branch } from "./branch.js";
import { id, instant } from "./columns.js";
import { importKind, importStatus, role } from "./enums.js";

const bytes = customType<{ data: string }>({ dataType: () => "bytea" });

/** A file somebody uploaded, and how far its import is. Whoever uploaded it, acting in the same role, sees it; nobody else. */
export const importJob = pgTable(
  "import_job",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    branchId: uuid("branch_id")
      .notNull()
      .references(() => branch.id),
    role: role("role").notNull(),
    kind: importKind("kind").notNull(),
    status: importStatus("status").notNull(),
    fileName: text("file_name").notNull(),
    /** The map, as it was sent; null: a register with its own header. */
    map: text("map"),
    encoding: text("encoding"),
    sheet: text("sheet"),
    dryRun: boolean("dry_run").notNull(),
    /** What the file was taken for, once it is opened. */
    form: text("form"),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    bytesDone: bigint("bytes_done", { mode: "number" }).notNull().default(0),
    rows: integer("rows").notNull().default(0),
    customers: integer("customers").notNull().default(0),
    records: integer("records").notNull().default(0),
    superseded: integer("superseded").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    /** The first rows of each outcome. */
    firstRows: jsonb("first_rows").notNull().default([]),
    failure: text("failure"),
    /** Of the process that works on it, until then: a process that died lets go of it. */
    claim: uuid("claim"),
    /** How often it was taken up since it last got on: one that never does is given up. */
    attempts: integer("attempts").notNull().default(0),
    claimedUntil: instant("claimed_until"),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("import_job_of_account").on(t.accountId, t.createdAt),
    index("import_job_status").on(t.status, t.createdAt),
  ],
);

/** The uploaded bytes, until the import is through. */
export const importChunk = pgTable(
  "import_chunk",
  {
    jobId: uuid("job_id")
      .notNull()
      .references(() => importJob.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    /** Encrypted: whatever the file holds. */
    bytes: bytes("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.position] }),
    index("import_chunk_to_encrypt").on(t.jobId, t.position).where(sql`substring(bytes from 1 for 3) <> 'v1.'`),
  ],
);

/** Rows that were rejected, as they stood in the file: content, for who uploaded it. */
export const importRejected = pgTable(
  "import_rejected",
  {
    jobId: uuid("job_id")
      .notNull()
      .references(() => importJob.id, { onDelete: "cascade" }),
    line: integer("line").notNull(),
    reason: text("reason").notNull(),
    /** Encrypted. */
    text: text("text").$type<Ciphertext>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.line] }),
    check("import_rejected_encrypted", sql`${t.text} ~ ${sql.raw(`'${CIPHERTEXT_FORM}'`)}`),
    index("import_rejected_to_encrypt")
      .on(t.jobId, t.line)
      .where(sql.raw(`text !~ '${CIPHERTEXT_FORM}'`)),
  ],
);
