import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { account } from "../../tables/account.js";
import { sharingAgreement as a } from "../../tables/sharing-agreement.js";
import { leaf } from "../leaves.js";
import { REQUEST } from "../row.js";
import type { OneShape, Shape } from "../shape.js";

const person = (id: PgColumn): OneShape => ({
  kind: "one",
  shape: "Person",
  where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(id)}`,
});

/** Terms with a partner: they are no customer's. */
export const SHARING_AGREEMENT: Shape = {
  table: a,
  inBranch: () => sql`true`,
  ofNoCustomer: true,
  fields: {
    id: leaf(a.id),
    number: leaf(a.number),
    partner: leaf(a.partner),
    purposes: { kind: "leaf", read: (row) => sql`${row.of(a.purposes)}::text[]` },
    startsOn: leaf(a.startsOn),
    expiresOn: leaf(a.expiresOn),
    endedOn: leaf(a.endedOn),
    endReason: leaf(a.endReason),
    inForce: {
      kind: "leaf",
      read: (row) =>
        sql`(${row.of(a.endedOn)} is null and ${row.of(a.startsOn)} <= ${REQUEST.today} and ${row.of(a.expiresOn)} > ${REQUEST.today})`,
    },
    recordedAt: leaf(a.recordedAt),
    version: leaf(a.version),
    recordedBy: person(a.recordedBy),
    endedBy: person(a.endedBy),
  },
};

/** What a mutation of an agreement answers: built over the agreement's own row. */
export const SHARING_AGREEMENT_PAYLOAD: Shape = {
  ...SHARING_AGREEMENT,
  fields: {
    agreement: {
      kind: "one",
      shape: "SharingAgreement",
      where: (row, parent) => sql`${row.of(a.id)} = ${parent.of(a.id)}`,
    },
  },
};
