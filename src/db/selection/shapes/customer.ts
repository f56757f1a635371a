import { type SQL, sql } from "drizzle-orm";
import type { CategoryCode } from "../../../domain/category-code.js";
import { completenessFacts, freshnessFacts } from "../../queries/archive-facts.js";
import { branch } from "../../tables/branch.js";
import { consent } from "../../tables/consent.js";
import { customer } from "../../tables/customer.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { majorEvent } from "../../tables/major-event.js";
import { verificationTask } from "../../tables/verification-task.js";
import { type AsOf, inForceFirst, isInForce } from "../in-force.js";
import { leaf, nodeId } from "../leaves.js";
import { REQUEST, type Row } from "../row.js";
import type { ConnectionShape, ListName, ManyShape, OneShape, Shape } from "../shape.js";

const ofCustomer =
  (column: Parameters<Row["of"]>[0]) =>
  (row: Row, parent: Row): SQL =>
    sql`${row.of(column)} = ${parent.of(customer.id)}`;

const inForce =
  (category: CategoryCode) =>
  (row: Row, parent: Row, asOf: AsOf): SQL =>
    sql`${row.of(r.customerId)} = ${parent.of(customer.id)} and ${row.of(r.category)} = ${sql.raw(`'${category}'`)} and ${isInForce(row, asOf)}`;

const single = (category: CategoryCode): OneShape => ({
  kind: "one",
  shape: "InformationRecord",
  where: inForce(category),
  order: inForceFirst,
});

const list = (name: ListName, column: Parameters<Row["of"]>[0]): ConnectionShape => ({
  kind: "connection",
  list: name,
  where: ofCustomer(column),
});

const contacts: ManyShape = {
  kind: "many",
  shape: "InformationRecord",
  where: inForce("CONTACT"),
  order: (row) => sql`${row.of(r.recordedAt)}, ${row.of(r.id)}`,
};

export const CUSTOMER: Shape = {
  table: customer,
  inBranch: (row) => sql`${row.of(customer.branchId)} = ${REQUEST.branch}`,
  fields: {
    id: nodeId("Customer", customer.id),
    code: leaf(customer.code),
    name: leaf(customer.name),
    uscc: leaf(customer.uscc),
    kind: leaf(customer.kind),
    importance: leaf(customer.importance),
    status: leaf(customer.status),
    riskClass: leaf(customer.riskClass),
    region: leaf(customer.region),
    industry: leaf(customer.industry),
    version: leaf(customer.version),
    createdAt: leaf(customer.createdAt),
    updatedAt: leaf(customer.updatedAt),
    completeness: { kind: "leaf", read: completenessFacts },
    freshness: { kind: "leaf", read: freshnessFacts },
    branch: {
      kind: "one",
      shape: "Branch",
      where: (row, parent) => sql`${row.of(branch.id)} = ${parent.of(customer.branchId)}`,
    },
    registration: single("REGISTRATION"),
    operation: single("OPERATION"),
    creditAssessment: single("CREDIT"),
    contacts,
    financialStatements: list("financialStatements", r.customerId),
    transactions: list("transactions", r.customerId),
    feedback: list("feedback", r.customerId),
    records: list("informationRecords", r.customerId),
    verificationTasks: list("verificationTasks", verificationTask.customerId),
    consents: {
      kind: "many",
      shape: "Consent",
      where: ofCustomer(consent.customerId),
      order: (row) => sql`${row.of(consent.givenOn)} desc, ${row.of(consent.id)}`,
    },
    majorEvents: {
      kind: "many",
      shape: "MajorEvent",
      where: ofCustomer(majorEvent.customerId),
      order: (row) => sql`${row.of(majorEvent.reportedAt)} desc, ${row.of(majorEvent.id)}`,
    },
  },
};
