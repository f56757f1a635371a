import { sql } from "drizzle-orm";
import { taskFacts } from "../../queries/task-facts.js";
import { account } from "../../tables/account.js";
import { customer } from "../../tables/customer.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { finding, verificationTask as t, taskRecord } from "../../tables/verification-task.js";
import { isMyClaim } from "../bound.js";
import { isReadable } from "../in-force.js";
import { leaf, nodeId } from "../leaves.js";
import { REQUEST, Row } from "../row.js";
import type { Shape } from "../shape.js";
import { ofCustomerInBranch } from "./customer-scope.js";

/** What was found before a task was sent back is kept, and shown no more once it was handed in again. */
const isLastWord = (row: Row) =>
  sql`not exists (select 1 from ${finding} lf where lf.task_id = ${row.of(finding.taskId)} and lf.record_id = ${row.of(finding.recordId)}
    and lf.field = ${row.of(finding.field)} and (lf.found_at, lf.id) > (${row.of(finding.foundAt)}, ${row.of(finding.id)}))`;

export const VERIFICATION_TASK: Shape = {
  table: t,
  bound: isMyClaim,
  category: (row) => row.of(t.category),
  // Its texts may quote any of its records.
  readable: (row) => {
    const record = new Row(`${row.alias}r`);
    return sql`not exists (select 1 from ${taskRecord} l join ${r} as ${sql.identifier(record.alias)} on ${record.of(r.id)} = l.record_id where l.task_id = ${row.of(t.id)} and not ${isReadable(record)})`;
  },
  inBranch: (row) => sql`(${ofCustomerInBranch(t.customerId)(row)} or ${isMyClaim(row)})`,
  fields: {
    id: nodeId("VerificationTask", t.id),
    method: leaf(t.method),
    cause: leaf(t.cause),
    priority: leaf(t.priority),
    status: leaf(t.status),
    dueAt: leaf(t.dueAt),
    claimedUntil: leaf(t.claimedUntil),
    requestReason: leaf(t.requestReason),
    reason: leaf(t.reason),
    reasonCode: leaf(t.reasonCode),
    returnReason: leaf(t.returnReason),
    returnCode: leaf(t.returnCode),
    version: leaf(t.version),
    createdAt: leaf(t.createdAt),
    allowedActions: { kind: "leaf", read: (row) => taskFacts(row, REQUEST.viewer, REQUEST.now) },
    customer: {
      kind: "one",
      shape: "Customer",
      beyondClaim: true,
      where: (row, parent) => sql`${row.of(customer.id)} = ${parent.of(t.customerId)}`,
    },
    assignee: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(t.assigneeId)}`,
    },
    // A restricted one is not worked on, and what it stands beside would tell whose it is.
    records: {
      kind: "many",
      shape: "InformationRecord",
      where: (row, parent) =>
        sql`exists (select 1 from ${taskRecord} l where l.task_id = ${parent.of(t.id)} and l.record_id = ${row.of(r.id)}) and ${isReadable(row)}`,
      order: (row) => row.of(r.id),
    },
    findings: {
      kind: "many",
      shape: "Finding",
      weighed: true,
      where: (row, parent) => sql`${row.of(finding.taskId)} = ${parent.of(t.id)} and ${isLastWord(row)}`,
      order: (row) => row.of(finding.id),
    },
  },
};
