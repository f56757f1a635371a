import { type SQL, sql } from "drizzle-orm";
import { mayCall } from "../../auth/authority.js";
import type { ActingRole } from "../../auth/policy.js";
import { CategoryCode } from "../../domain/category-code.js";
import { CustomerKind } from "../../domain/customer.js";
import { namesOf } from "../../domain/enumeration.js";
import { mayBePersonalData } from "../../domain/personal-data.js";
import { isMyRecord, isOnMyClaim } from "../selection/bound.js";
import { REQUEST, type Row } from "../selection/row.js";
import { literals } from "../tables/columns.js";
import { conflict } from "../tables/conflict.js";
import { consent } from "../tables/consent.js";
import { customer } from "../tables/customer.js";
import { informationRecord as r } from "../tables/information-record.js";
import { finding } from "../tables/verification-task.js";

type Facts = (row: Row) => Readonly<Record<string, SQL>>;

const always: Facts = (row) => ({
  status: row.of(r.status),
  category: row.of(r.category),
  bound: isMyRecord(row),
});

/** Four eyes: which parts in the record were mine. Whoever holds a live claim on it is verifying it. */
const participation: Facts = (row) => ({
  collectedByMe: sql`${row.of(r.collectedBy)} = ${REQUEST.viewer}`,
  verifiedByMe: sql`(exists (select 1 from ${finding} pf where pf.record_id = ${row.of(r.id)} and pf.performed_by = ${REQUEST.viewer}) or ${isOnMyClaim(row.of(r.id))})`,
  approvedByMe: sql`coalesce(${row.of(r.approvedBy)} = ${REQUEST.viewer}, false)`,
});

const corroborated: Facts = (row) => ({ corroboration: row.of(r.corroboration) });

const isContested = (id: SQL): SQL =>
  sql`exists (select 1 from ${conflict} oc where (oc.first_id = ${id} or oc.second_id = ${id}) and oc.resolved_at is null)`;

/** What has not been held against the others may be in one. */
const contradiction: Facts = (row) => ({
  inConflict: sql`(${row.of(r.comparedAt)} is null or ${isContested(row.of(r.id))})`,
});

/** Of its series another one in a conflict, if it is in one itself: not every two that contradict each other are one. */
const opposition: Facts = (row) => ({
  opposedByMe: sql`(${isContested(row.of(r.id))} and exists (select 1 from ${r} ro
    where ro.customer_id = ${row.of(r.customerId)} and ro.category = ${row.of(r.category)} and ro.series = ${row.of(r.series)}
      and ro.id <> ${row.of(r.id)} and ro.collected_by = ${REQUEST.viewer} and ${isContested(sql`ro.id`)}))`,
});

/** By category and kind of customer alone: what a record says is no matter of who lifts a restriction. */
const mayBePersonal = (row: Row): SQL => {
  const cases = namesOf(CategoryCode).flatMap((category) => {
    const kinds = namesOf(CustomerKind).filter((kind) => mayBePersonalData(category, kind));
    return kinds.length === 0
      ? []
      : [sql`(${row.of(r.category)} = ${literals([category])} and gk.kind in (${literals(kinds)}))`];
  });
  return sql`exists (select 1 from ${customer} gk where gk.id = ${row.of(r.customerId)} and (${sql.join(cases, sql` or `)}))`;
};

const ground: Facts = (row) => ({
  grounded: sql`(${row.of(r.legalBasis)} is not null or (${row.of(r.consentId)} is null and not ${mayBePersonal(row)}) or exists (select 1 from ${consent} gc where gc.id = ${row.of(r.consentId)}
    and gc.withdrawn_on is null and gc.given_on <= ${REQUEST.today} and (gc.expires_on is null or gc.expires_on > ${REQUEST.today})))`,
});

/** What a mutation weighs besides: read for the roles that may call it, and named in no other role's statement. */
const NEEDED: readonly (readonly [mutation: string, facts: Facts])[] = [
  ["approveRecord", participation],
  ["approveRecord", corroborated],
  ["approveRecord", contradiction],
  ["returnRecord", opposition],
  ["requestVerification", opposition],
  ["archiveRecords", participation],
  ["archiveRecords", contradiction],
  ["liftRestriction", ground],
];

/** What decides which actions are open to the viewer, as domain/record-actions.ts weighs it. */
export const recordFacts = (row: Row, role: ActingRole): SQL => {
  const needed = NEEDED.filter(([mutation]) => role !== null && mayCall(role, mutation)).map(([, facts]) => facts);
  const all = Object.assign({}, ...[always, ...new Set(needed)].map((facts) => facts(row))) as Record<string, SQL>;
  const parts = Object.entries(all).map(([name, fact]) => sql`${sql.raw(`'${name}'`)}, ${fact}`);
  return sql`json_build_object(${sql.join(parts, sql`, `)})`;
};
