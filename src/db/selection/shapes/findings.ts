import { type SQL, sql } from "drizzle-orm";
import { account } from "../../tables/account.js";
import { evidence } from "../../tables/evidence.js";
import { informationRecord as r } from "../../tables/information-record.js";
import { screeningFinding as s } from "../../tables/screening-finding.js";
import { finding as f } from "../../tables/verification-task.js";
import { isMyRecord } from "../bound.js";
import { isReadable } from "../in-force.js";
import { leaf, nodeId } from "../leaves.js";
import { Row } from "../row.js";
import type { Shape } from "../shape.js";
import { ofRecordInBranch } from "./customer-scope.js";

type OfRecord = typeof s | typeof f | typeof evidence;

/** What stands about a record is read like the record: while it is readable, in full where it is bound to my work. */
const likeItsRecord = (table: OfRecord): Pick<Shape, "readable" | "bound" | "category" | "inBranch"> => {
  const of = (row: Row, test: (record: Row) => ReturnType<typeof isReadable>) => {
    const record = new Row(`${row.alias}r`);
    return sql`exists (select 1 from ${r} as ${sql.identifier(record.alias)} where ${record.of(r.id)} = ${row.of(table.recordId)} and ${test(record)})`;
  };
  return {
    readable: (row) => of(row, isReadable),
    bound: (row) => of(row, isMyRecord),
    category: (row) => sql`(select cr.category from ${r} cr where cr.id = ${row.of(table.recordId)})`,
    inBranch: ofRecordInBranch(table.customerId, table.recordId),
  };
};

/** The name of a field comes from the schema, never from input. */
const isAbout = (column: SQL, field: string): SQL => sql`${column} is not distinct from ${sql.raw(`'${field}'`)}`;

export const SCREENING_FINDING: Shape = {
  ...likeItsRecord(s),
  table: s,
  concerns: (row, field) => isAbout(row.of(s.field), field),
  fields: {
    rule: { ...leaf(s.rule), content: true },
    severity: { ...leaf(s.severity), content: true },
    field: { ...leaf(s.field), content: true },
    message: { ...leaf(s.message), content: true },
    clause: { ...leaf(s.clause), content: true },
    overrideReason: { ...leaf(s.overrideReason), content: true },
    overriddenBy: {
      kind: "one",
      shape: "Person",
      where: (row, parent) => sql`${row.of(account.id)} = ${parent.of(s.overriddenBy)}`,
    },
  },
};

export const FINDING: Shape = {
  ...likeItsRecord(f),
  table: f,
  category: (row) => row.of(f.category),
  fields: {
    field: { ...leaf(f.field), content: true },
    result: { ...leaf(f.result), content: true },
    reason: { ...leaf(f.reason), content: true },
    sourceParty: { ...leaf(f.sourceParty), content: true },
    note: { ...leaf(f.note), content: true },
    observedRecord: {
      kind: "one",
      shape: "InformationRecord",
      beyondClaim: true,
      where: (row, parent) => sql`${row.of(r.id)} = ${parent.of(f.observedRecordId)}`,
    },
  },
};

export const EVIDENCE: Shape = {
  ...likeItsRecord(evidence),
  table: evidence,
  fields: {
    id: nodeId("Evidence", evidence.id),
    name: { ...leaf(evidence.name), content: true },
    mediaType: { ...leaf(evidence.mediaType), content: true },
    sizeBytes: { ...leaf(evidence.sizeBytes), content: true },
    sha256: { ...leaf(evidence.sha256), content: true },
    addedAt: { ...leaf(evidence.addedAt), content: true },
  },
};
