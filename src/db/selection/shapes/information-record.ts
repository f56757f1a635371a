import { sql } from "drizzle-orm";
import { INFORMATION_CATEGORIES } from "../../../domain/category.js";
import { CategoryCode } from "../../../domain/category-code.js";
import { namesOf } from "../../../domain/enumeration.js";
import { recordFacts } from "../../queries/record-facts.js";
import { account } from "../../tables/account.js";
import { customer } from "../../tables/customer.js";
import { evidence } from "../../tables/evidence.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { screeningFinding } from "../../tables/screening-finding.js";
import { taskRecord, verificationTask } from "../../tables/verification-task.js";
import { isMyRecord } from "../bound.js";
import { isReadable } from "../in-force.js";
import { leaf, nodeId } from "../leaves.js";
import type { OneShape, Shape } from "../shape.js";
import { ofRecordInBranch } from "./customer-scope.js";
import { RECORD_CONTENT } from "./record-content.js";

const typeNames = sql.join(
  namesOf(CategoryCode).map((code) => sql.raw(`when '${code}' then '${INFORMATION_CATEGORIES[code].typeName}'`)),
  sql` `,
);

/**
 * Another edition of what the record says. It is about the same person or period, and says so: who comes from one that is
 * restricted, or to it, would be told whose that is.
 */
const edition = (where: OneShape["where"]): OneShape => ({
  kind: "one",
  shape: "InformationRecord",
  beyondClaim: true,
  content: true,
  where: (row, parent, asOf) => sql`${where(row, parent, asOf)} and ${isReadable(row)}`,
});

export const INFORMATION_RECORD: Shape = {
  table: r,
  readable: isReadable,
  bound: isMyRecord,
  category: (row) => row.of(r.category),
  typeName: (row) => sql`case ${row.of(r.category)} ${typeNames} end`,
  inBranch: ofRecordInBranch(r.customerId, r.id),
  fields: {
    id: nodeId("InformationRecord", r.id),
    category: leaf(r.category),
    status: leaf(r.status),
    corroboration: { ...leaf(r.corroboration), content: true },
    returnReason: { ...leaf(r.returnReason), content: true },
    disclosure: { kind: "disclosure" },
    collectedAt: leaf(r.collectedAt),
    validFrom: leaf(r.validFrom),
    validTo: leaf(r.validTo),
    recordedAt: leaf(r.recordedAt),
    seal: { ...leaf(r.seal), content: true },
    version: leaf(r.version),
    allowedActions: { kind: "leaf", read: (row, _asked, { role }) => recordFacts(row, role) },
    source: { kind: "same", shape: "Source" },
    customer: {
      kind: "one",
      shape: "Customer",
      beyondClaim: true,
      where: (row, parent) => sql`${row.of(customer.id)} = ${parent.of(r.customerId)}`,
    },
    collectedBy: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(r.collectedBy)}`,
    },
    corrects: edition((row, parent) => sql`${row.of(r.id)} = ${parent.of(r.correctsId)}`),
    supersedes: edition((row, parent) => sql`${row.of(r.id)} = ${parent.of(r.supersedesId)}`),
    supersededBy: {
      ...edition((row, parent) => sql`${row.of(r.supersedesId)} = ${parent.of(r.id)}`),
      order: (row) => sql`${row.of(r.recordedAt)} desc, ${row.of(r.id)} desc`,
    },
    screening: {
      kind: "many",
      shape: "ScreeningFinding",
      weighed: true,
      where: (row, parent) => sql`${row.of(screeningFinding.recordId)} = ${parent.of(r.id)}`,
      order: (row) => row.of(screeningFinding.id),
    },
    evidence: {
      kind: "many",
      shape: "Evidence",
      where: (row, parent) => sql`${row.of(evidence.recordId)} = ${parent.of(r.id)}`,
      order: (row) => row.of(evidence.id),
    },
    verificationTasks: {
      kind: "many",
      shape: "VerificationTask",
      beyondClaim: true,
      content: true,
      where: (row, parent) =>
        sql`exists (select 1 from ${taskRecord} l where l.task_id = ${row.of(verificationTask.id)} and l.record_id = ${parent.of(r.id)})`,
      order: (row) => sql`${row.of(verificationTask.createdAt)} desc, ${row.of(verificationTask.id)}`,
    },
    ...RECORD_CONTENT,
  },
};
