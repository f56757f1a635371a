import { date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./account.js";
import { id, instant, version } from "./columns.js";
import { customer } from "./customer.js";
import { categoryCode, majorEventKind } from "./enums.js";
import { verificationTask } from "./verification-task.js";

/** A change that is verified and filed at once (SP3). Its texts weigh as the category it touches. */
export const majorEvent = pgTable(
  "major_event",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customer.id),
    category: categoryCode("category").notNull(),
    kind: majorEventKind("kind").notNull(),
    description: text("description").notNull(),
    occurredOn: date("occurred_on").notNull(),
    reportedBy: uuid("reported_by")
      .notNull()
      .references(() => account.id),
    reportedAt: instant("reported_at").notNull(),
    taskId: uuid("task_id"),
    closedAt: instant("closed_at"),
    version: version(),
  },
  (t) => [
    foreignKey({
      name: "major_event_task",
      columns: [t.taskId, t.customerId, t.category],
      foreignColumns: [verificationTask.id, verificationTask.customerId, verificationTask.category],
    }),
    index("major_event_customer").on(t.customerId, t.reportedAt),
    index("major_event_task").on(t.taskId),
  ],
);
