import type { FindingResult, TaskCause, TaskStatus, VerificationMethod } from "../../domain/task.js";
import { dueAt, priorityOf } from "../../domain/verification-policy.js";
import { taskRecord, verificationTask } from "../tables/index.js";
import { accountId, type DemoUsername } from "./accounts.js";
import { type Demo, instantFor } from "./demo.js";
import { demoId } from "./demo-id.js";
import { findingsFor } from "./findings.js";
import type { Made } from "./made.js";

export interface TaskWanted {
  /** All of one customer and one category. */
  readonly records: readonly [Made, ...Made[]];
  readonly name?: string;
  readonly method: VerificationMethod;
  readonly cause: TaskCause;
  readonly status: TaskStatus;
  readonly assignee?: DemoUsername | undefined;
  readonly requestedBy?: DemoUsername | undefined;
  readonly createdAgo: number;
  /** What every critical field was found to be; nothing yet where it is left out. */
  readonly result?: FindingResult | undefined;
  /** A claim nobody worked on in time. */
  readonly claimRanOut?: boolean;
}

/** Days from the making of a task to its submission and to its end, when a record of that pace becomes VERIFIED. */
const SUBMITTED_AFTER = 1;
const CLOSED_AFTER = 2;
/** A claim made this morning: 72 h, of which a day is gone. */
const CLAIM_DAYS = 2;

const REQUEST_REASON = "客户口径前后不一，请再核实";
const CANCEL_REASON = "改用其他核实方式";
const RETURN_REASON = "未说明核实对象，请补充后重新提交";

const hasBeenSubmitted = (status: TaskStatus): boolean => ["SUBMITTED", "RETURNED", "CLOSED"].includes(status);
const isOver = (status: TaskStatus): boolean => ["CLOSED", "CANCELLED"].includes(status);

/** Where it is by somebody's decision, why. */
const whyIn = (status: TaskStatus): Pick<typeof verificationTask.$inferInsert, "reason" | "reasonCode"> => {
  if (status === "RETURNED") return { reason: RETURN_REASON, reasonCode: "UNCLEAR" };
  return status === "CANCELLED" ? { reason: CANCEL_REASON, reasonCode: "NO_LONGER_NEEDED" } : {};
};

/** Adds a task over records, in the state wanted, with its findings; its id is for events that led to it. */
export const addTask = (demo: Demo, wanted: TaskWanted): string => {
  const { records, method, cause, status, assignee, requestedBy, createdAgo, result, claimRanOut = false } = wanted;
  const [{ id: first, customer, category }] = records;
  const id = demoId("task", first, method, wanted.name ?? cause);
  const created = instantFor(demo, customer, createdAgo);
  const after = (days: number) => instantFor(demo, customer, createdAgo - days);
  demo.rows.add(verificationTask, {
    id,
    customerId: customer.id,
    category,
    method,
    cause,
    priority: priorityOf(cause),
    status,
    dueAt: dueAt(cause, new Date(created)).toISOString(),
    requestedBy: requestedBy ? accountId(requestedBy) : null,
    assigneeId: assignee ? accountId(assignee) : null,
    claimedUntil: status === "CLAIMED" ? demo.calendar.at(claimRanOut ? 1 : -CLAIM_DAYS) : null,
    requestReason: cause === "REQUEST" ? REQUEST_REASON : null,
    ...whyIn(status),
    returnReason: status === "RETURNED" ? RETURN_REASON : null,
    returnCode: status === "RETURNED" ? "UNCLEAR" : null,
    submittedAt: hasBeenSubmitted(status) ? after(SUBMITTED_AFTER) : null,
    closedAt: isOver(status) ? after(CLOSED_AFTER) : null,
    createdAt: created,
    version: { OPEN: 1, CLAIMED: 2, CANCELLED: 2, SUBMITTED: 3, RETURNED: 4, CLOSED: 4 }[status],
  });
  const of = (record: { id: string }) => ({ taskId: id, recordId: record.id, customerId: customer.id, category });
  demo.rows.add(taskRecord, ...records.map(of));
  if (result !== undefined && assignee !== undefined)
    for (const record of records)
      findingsFor(demo, { taskId: id, record, method, result, performer: assignee, foundAt: after(SUBMITTED_AFTER) });
  return id;
};
