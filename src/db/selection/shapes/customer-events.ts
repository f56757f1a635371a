import { type SQL, sql } from "drizzle-orm";
import { namesOf } from "../../../domain/enumeration.js";
import { FIELD_OF_EVENT } from "../../../domain/major-event.js";
import { MajorEventKind } from "../../../domain/task.js";
import { account } from "../../tables/account.js";
import { literals } from "../../tables/columns.js";
import { conflict as x } from "../../tables/conflict.js";
import { consent as c } from "../../tables/consent.js";
import { customer } from "../../tables/customer.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { majorEvent as e } from "../../tables/major-event.js";
import { verificationTask as t } from "../../tables/verification-task.js";
import { isMyClaim, isMyRecord } from "../bound.js";
import { isReadable } from "../in-force.js";
import { leaf, nodeId } from "../leaves.js";
import { REQUEST, Row } from "../row.js";
import type { Shape } from "../shape.js";
import { ofCustomerInBranch } from "./customer-scope.js";

export const CONSENT: Shape = {
  table: c,
  inBranch: ofCustomerInBranch(c.customerId),
  fields: {
    id: nodeId("Consent", c.id),
    personName: leaf(c.personName, c.personNameMasked),
    purposes: { kind: "leaf", read: (row) => sql`${row.of(c.purposes)}::text[]` },
    categories: { kind: "leaf", read: (row) => sql`${row.of(c.categories)}::text[]` },
    givenOn: leaf(c.givenOn),
    expiresOn: leaf(c.expiresOn),
    withdrawnOn: leaf(c.withdrawnOn),
    inForce: {
      kind: "leaf",
      read: (row) =>
        sql`(${row.of(c.withdrawnOn)} is null and ${row.of(c.givenOn)} <= ${REQUEST.today} and (${row.of(c.expiresOn)} is null or ${row.of(c.expiresOn)} > ${REQUEST.today}))`,
    },
    reference: leaf(c.reference),
    withdrawalReason: leaf(c.withdrawalReason),
    version: leaf(c.version),
  },
};

const kindsAbout = (field: string): MajorEventKind[] =>
  namesOf(MajorEventKind).filter((kind) => FIELD_OF_EVENT[kind] === field);

export const MAJOR_EVENT: Shape = {
  table: e,
  category: (row) => row.of(e.category),
  concerns: (row, field) => {
    const kinds = kindsAbout(field);
    return kinds.length > 0 ? sql`${row.of(e.kind)} in (${literals(kinds)})` : sql`false`;
  },
  bound: (row) => {
    const task = new Row(`${row.alias}t`);
    return sql`exists (select 1 from ${t} as ${sql.identifier(task.alias)} where ${task.of(t.id)} = ${row.of(e.taskId)} and ${isMyClaim(task)})`;
  },
  inBranch: ofCustomerInBranch(e.customerId),
  fields: {
    id: nodeId("MajorEvent", e.id),
    kind: leaf(e.kind),
    description: leaf(e.description),
    occurredOn: leaf(e.occurredOn),
    reportedAt: leaf(e.reportedAt),
    closedAt: leaf(e.closedAt),
    task: {
      kind: "one",
      shape: "VerificationTask",
      where: (row, parent) => sql`${row.of(t.id)} = ${parent.of(e.taskId)}`,
    },
    reportedBy: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(e.reportedBy)}`,
    },
  },
};

const ofBoth =
  (holds: (record: Row) => SQL) =>
  (row: Row): SQL => {
    const record = new Row(`${row.alias}r`);
    return sql`not exists (select 1 from ${r} as ${sql.identifier(record.alias)} where ${record.of(r.id)} in (${row.of(x.firstId)}, ${row.of(x.secondId)}) and not ${holds(record)})`;
  };

export const CONFLICT: Shape = {
  table: x,
  category: (row) => row.of(x.category),
  concerns: (row, field) => sql`${sql.raw(`'${field}'`)} = any(${row.of(x.fields)})`,
  // Its texts compare two records: readable, and bound to my work, only where both are.
  readable: ofBoth(isReadable),
  bound: ofBoth(isMyRecord),
  inBranch: ofCustomerInBranch(x.customerId),
  fields: {
    id: nodeId("Conflict", x.id),
    category: leaf(x.category),
    fields: leaf(x.fields),
    resolution: leaf(x.resolution),
    reason: leaf(x.reason),
    openedAt: leaf(x.openedAt),
    resolvedAt: leaf(x.resolvedAt),
    version: leaf(x.version),
    customer: {
      kind: "one",
      shape: "Customer",
      where: (row, parent) => sql`${row.of(customer.id)} = ${parent.of(x.customerId)}`,
    },
    resolvedBy: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(x.resolvedBy)}`,
    },
    records: {
      kind: "many",
      shape: "InformationRecord",
      content: true,
      where: (row, parent) => sql`${row.of(r.id)} in (${parent.of(x.firstId)}, ${parent.of(x.secondId)})`,
      order: (row) => row.of(r.id),
    },
  },
};
