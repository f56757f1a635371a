import { sql } from "drizzle-orm";
import { accessEvent as e, ledgerBatch, accessRead as r } from "../../tables/access-event.js";
import { account } from "../../tables/account.js";
import { leaf } from "../leaves.js";
import { namesAll } from "../names-all.js";
import type { Shape } from "../shape.js";

/** An entry of the read ledger: it belongs to no branch, and exists for nobody who works for one. */
export const ACCESS_EVENT: Shape = {
  table: e,
  inBranch: () => sql`false`,
  fields: {
    id: leaf(e.id),
    occurredAt: leaf(e.occurredAt),
    role: leaf(e.role),
    roles: leaf(e.roles),
    purpose: leaf(e.purpose),
    exit: leaf(e.exit),
    outcome: leaf(e.outcome),
    refusal: leaf(e.code),
    operationName: leaf(e.operationName),
    operationHash: leaf(e.operationHash),
    registered: leaf(e.registered),
    policyVersion: leaf(e.policyVersion),
    customers: leaf(e.customers),
    customerCount: leaf(e.customerCount),
    namesAll: { kind: "leaf", read: namesAll },
    hash: leaf(e.hash),
    batch: {
      kind: "leaf",
      read: (row) =>
        sql`(select b.number from ${ledgerBatch} b where b.last_seq >= ${row.of(e.seq)} order by b.last_seq limit 1)`,
    },
    account: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(e.accountId)}`,
    },
    reads: {
      kind: "many",
      shape: "AccessRead",
      where: (row, parent) => sql`${row.of(r.pattern)} = ${parent.of(e.pattern)}`,
      order: (row) => sql`${row.of(r.coordinate)}, ${row.of(r.use)}, ${row.of(r.grade)}`,
    },
  },
};

/** One coordinate of what an operation read. */
export const ACCESS_READ: Shape = {
  table: r,
  inBranch: () => sql`false`,
  fields: { coordinate: leaf(r.coordinate), use: leaf(r.use), grade: leaf(r.grade), level: leaf(r.level) },
};
