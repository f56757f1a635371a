import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant, version } from "./columns.js";
import { customer } from "./customer.js";
import {
  categoryCode,
  findingReason,
  findingResult,
  priority,
  taskCause,
  taskReason,
  taskStatus,
  verificationMethod,
} from "./enums.js";
import { informationRecord } from "./information-record.js";

/** A piece of verification work (SP2, SP7, SP9). All its records are of one category, which is what its texts weigh as. */
export const verificationTask = pgTable(
  "verification_task",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    category: categoryCode("category").notNull(),
    method: verificationMethod("method").notNull(),
    cause: taskCause("cause").notNull(),
    priority: priority("priority").notNull(),
    status: taskStatus("status").notNull(),
    dueAt: instant("due_at").notNull(),
    requestedBy: uuid("requested_by").references(() => account.id),
    assigneeId: uuid("assignee_id").references(() => account.id),
    claimedUntil: instant("claimed_until"),
    /** What is in doubt: stays with the task, whoever takes it up. */
    requestReason: text("request_reason"),
    /** Why it is in its state: of its history, the last. */
    reason: text("reason"),
    reasonCode: taskReason("reason_code"),
    returnReason: text("return_reason"),
    returnCode: taskReason("return_code"),
    submittedAt: instant("submitted_at"),
    closedAt: instant("closed_at"),
    createdAt: instant("created_at").notNull(),
    version: version(),
  },
  (t) => [
    unique("task_of_category").on(t.id, t.customerId, t.category),
    check("task_claim", sql`(${t.status} = 'CLAIMED') = (${t.claimedUntil} is not null)`),
    check("task_assignee", sql`${t.status} in ('OPEN', 'CANCELLED') or ${t.assigneeId} is not null`),
    index("task_customer").on(t.customerId, t.createdAt, t.id),
    index("task_status").on(t.status, t.dueAt, t.id),
    index("task_due").on(t.dueAt, t.id),
    index("task_priority").on(t.priority, t.id),
    index("task_created").on(t.createdAt, t.id),
    index("task_assignee").on(t.assigneeId, t.status, t.claimedUntil),
    index("task_method").on(t.method, t.id),
    index("task_category").on(t.category, t.id),
    index("task_cause").on(t.cause, t.id),
    index("task_queue").on(t.priority.desc(), t.dueAt, t.id).where(sql`status = 'OPEN'`),
    index("task_lapse").on(t.claimedUntil).where(sql`status = 'CLAIMED'`),
  ],
);

/** Every state a task has been in, who held it and why it moved, with the range of recorded time it held. */
export const taskState = pgTable(
  "verification_task_state",
  {
    taskId: uuid("task_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    category: categoryCode("category").notNull(),
    version: version(),
    status: taskStatus("status").notNull(),
    assigneeId: uuid("assignee_id").references(() => account.id),
    /** Null: the archive itself, when a claim has lapsed. */
    actorId: uuid("actor_id").references(() => account.id),
    reason: text("reason"),
    code: taskReason("code"),
    recordedFrom: instant("recorded_from").notNull(),
    recordedTo: instant("recorded_to"),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.version] }),
    foreignKey({
      name: "task_state_task",
      columns: [t.taskId, t.customerId, t.category],
      foreignColumns: [verificationTask.id, verificationTask.customerId, verificationTask.category],
    }),
    check("task_state_recorded_time", sql`${t.recordedTo} is null or ${t.recordedTo} >= ${t.recordedFrom}`),
  ],
);

/** Which records a task verifies. */
export const taskRecord = pgTable(
  "verification_task_record",
  {
    taskId: uuid("task_id").notNull(),
    recordId: uuid("record_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    category: categoryCode("category").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.recordId] }),
    foreignKey({
      name: "task_record_task",
      columns: [t.taskId, t.customerId, t.category],
      foreignColumns: [verificationTask.id, verificationTask.customerId, verificationTask.category],
    }),
    foreignKey({
      name: "task_record_record",
      columns: [t.recordId, t.customerId, t.category],
      foreignColumns: [informationRecord.id, informationRecord.customerId, informationRecord.category],
    }),
    index("task_record_record").on(t.recordId),
  ],
);

/** What a verifier found about one critical field of one record. */
export const finding = pgTable(
  "finding",
  {
    id: id(),
    taskId: uuid("task_id").notNull(),
    recordId: uuid("record_id").notNull(),
    customerId: uuid("customer_id").notNull(),
    category: categoryCode("category").notNull(),
    field: text("field").notNull(),
    result: findingResult("result").notNull(),
    reason: findingReason("reason"),
    sourceParty: text("source_party"),
    note: text("note"),
    observedRecordId: uuid("observed_record_id"),
    performedBy: uuid("performed_by")
      .notNull()
      .references(() => account.id),
    foundAt: instant("found_at").notNull(),
  },
  (t) => [
    foreignKey({
      name: "finding_task_record",
      columns: [t.taskId, t.recordId],
      foreignColumns: [taskRecord.taskId, taskRecord.recordId],
    }),
    foreignKey({
      name: "finding_record",
      columns: [t.recordId, t.customerId, t.category],
      foreignColumns: [informationRecord.id, informationRecord.customerId, informationRecord.category],
    }),
    foreignKey({
      name: "finding_observed",
      columns: [t.observedRecordId, t.customerId, t.category],
      foreignColumns: [informationRecord.id, informationRecord.customerId, informationRecord.category],
    }),
    index("finding_task").on(t.taskId, t.id),
    index("finding_record").on(t.recordId),
    index("finding_observed").on(t.observedRecordId),
  ],
);
