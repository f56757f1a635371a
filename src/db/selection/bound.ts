import { type SQL, sql } from "drizzle-orm";
import { informationRecord as r } from "../tables/information-record.js";
import { finding, taskRecord, verificationTask } from "../tables/verification-task.js";
import { REQUEST, type Row } from "./row.js";

/** A live claim of mine: it ends with the claim, at the latest when its 72 h are over. */
export const isMyClaim = (row: Row): SQL =>
  sql`(${row.of(verificationTask.assigneeId)} = ${REQUEST.viewer} and ${row.of(verificationTask.status)} = 'CLAIMED' and ${row.of(verificationTask.claimedUntil)} > ${REQUEST.now})`;

/** On a live claim of mine. */
export const isOnMyClaim = (recordId: SQL): SQL =>
  sql`exists (select 1 from ${taskRecord} tr join ${verificationTask} t on t.id = tr.task_id
    where tr.record_id = ${recordId} and t.assignee_id = ${REQUEST.viewer} and t.status = 'CLAIMED' and t.claimed_until > ${REQUEST.now})`;

/**
 * What somebody said instead while it was verified. It repeats what tells which thing it is about, as the record says it
 * that was checked, and that was open as long as the claim.
 */
const isObservation = (row: Row): SQL =>
  sql`exists (select 1 from ${finding} o where o.observed_record_id = ${row.of(r.id)})`;

/**
 * An unsealed record I collected, or one my live claim is about (T). An observation is nobody's draft. Correcting opens
 * nothing: what one may correct is open before, and what a claim opened would stay open by it.
 */
export const isMyRecord = (row: Row): SQL => sql`(
  (${row.of(r.seal)} is null and ${row.of(r.collectedBy)} = ${REQUEST.viewer} and not ${isObservation(row)})
  or ${isOnMyClaim(row.of(r.id))})`;
