import { type SQL, sql } from "drizzle-orm";
import { UNREADABLE_STATUSES } from "../../domain/record.js";
import { literals } from "../tables/columns.js";
import { informationRecord as r } from "../tables/information-record.js";
import { Row } from "./row.js";

/** The moment an archive is looked at: true in the world on a day, known to us at an instant (null: now). */
export interface AsOf {
  readonly validAt: SQL;
  readonly knownAt: SQL | null;
  /** Whether a moment was named: if not, `standing` knows what is in force. */
  readonly named: boolean;
}

/** Restricted and erased content is nobody's to read, whatever the role (SP4). */
export const isReadable = (row: Row): SQL => sql`${row.of(r.status)} not in (${literals(UNREADABLE_STATUSES)})`;

const validAt = (row: Row, day: SQL): SQL =>
  sql`${row.of(r.validFrom)} <= ${day} and (${row.of(r.validTo)} is null or ${row.of(r.validTo)} > ${day})`;

/**
 * Now: archived and valid on the day, or a live candidate. At another moment also what has been superseded since: by a
 * record of other days, it is still what was true on this one.
 */
const isCandidate = (row: Row, { named, knownAt, validAt: day }: AsOf): SQL => {
  if (!named) return sql`(${row.of(r.standing)} = 1 or (${row.of(r.standing)} = 0 and ${validAt(row, day)}))`;
  if (knownAt === null)
    return sql`(${row.of(r.standing)} = 1 or (${row.of(r.archivedAt)} is not null and ${validAt(row, day)}))`;
  return sql`(${row.of(r.archivedAt)} <= ${knownAt} and ${validAt(row, day)})`;
};

/** Archived before live, then the newest: what stands in force comes first. */
export const inForceFirst = (row: Row): SQL =>
  sql`${row.of(r.standing)}, ${row.of(r.recordedAt)} desc, ${row.of(r.id)} desc`;

const archivedLast = (row: Row): SQL =>
  sql`(coalesce(${row.of(r.archivedAt)}, '-infinity'), ${row.of(r.recordedAt)}, ${row.of(r.id)})`;

const better = (other: Row, row: Row, { named }: AsOf): SQL => {
  if (named) return sql`${archivedLast(other)} > ${archivedLast(row)}`;
  const newer = sql`(${other.of(r.recordedAt)}, ${other.of(r.id)}) > (${row.of(r.recordedAt)}, ${row.of(r.id)})`;
  // What is restricted stands before what was there with it, and not before what comes later: that would tell of what it is.
  const before = sql`${other.of(r.standing)} < ${row.of(r.standing)} and (${isReadable(other)} or ${newer})`;
  return sql`(${before} or (${other.of(r.standing)} = ${row.of(r.standing)} and ${newer}))`;
};

/**
 * The record in force of its series: newest archived and valid, else newest live (schema, Customer.registration). A
 * restricted record in force yields nothing, never its predecessor; what is recorded after it stands by itself.
 */
export const isInForce = (row: Row, asOf: AsOf): SQL => {
  const other = new Row(`${row.alias}o`);
  return sql`${isCandidate(row, asOf)} and ${isReadable(row)} and not exists (select 1 from ${r} as ${sql.identifier(other.alias)} where ${other.of(r.customerId)} = ${row.of(r.customerId)} and ${other.of(r.category)} = ${row.of(r.category)} and ${other.of(r.series)} = ${row.of(r.series)} and ${isCandidate(other, asOf)} and ${better(other, row, asOf)})`;
};
