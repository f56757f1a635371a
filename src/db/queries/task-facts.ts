import { type SQL, sql } from "drizzle-orm";
import { AUTHORITY } from "../../auth/authority.js";
import { excludedBy, type FourEyes, Part } from "../../domain/four-eyes.js";
import type { FindingResult } from "../../domain/task.js";
import type { Row } from "../selection/row.js";
import { account } from "../tables/account.js";
import { literals } from "../tables/columns.js";
import { customer } from "../tables/customer.js";
import { informationRecord as r } from "../tables/information-record.js";
import { finding, verificationTask as t, taskRecord } from "../tables/verification-task.js";

/** Written once, for what a task allows its reader, for claiming it, and for the queue. */
type OfPerson = (task: Row, person: SQL, now: SQL) => SQL;

/** Where a record says who took which part in it. */
const COLUMN_OF = {
  COLLECTOR: "collected_by",
  APPROVER: "approved_by",
  ARCHIVER: "archived_by",
} as const satisfies Partial<Record<Part, string>>;

type InRecord = keyof typeof COLUMN_OF;

const isInRecord = (part: Part): part is InRecord => part in COLUMN_OF;

/** Any of these parts: the records of the task are looked at once. */
const ofItsRecords =
  (...parts: readonly InRecord[]): OfPerson =>
  (task, person) => {
    const columns = parts.map((part) => sql`fr.${sql.identifier(COLUMN_OF[part])}`);
    return sql`exists (select 1 from ${taskRecord} fl join ${r} fr on fr.id = fl.record_id where fl.task_id = ${task.of(t.id)} and ${person} in (${sql.join(columns, sql`, `)}))`;
  };

/** A claim that has run out is nobody's, whether or not the task has been reopened yet. The states stand first for the index. */
const isHeld = (task: string, now: SQL): SQL =>
  sql`${sql.identifier(task)}.status in ('RETURNED', 'CLAIMED') and (${sql.identifier(task)}.status = 'RETURNED' or ${sql.identifier(task)}.claimed_until > ${now})`;

/** Whoever reached nobody, or learned nothing, is no witness yet: small teams have no third person for the next try. */
const SAID: readonly FindingResult[] = ["CONFIRMED", "CONTRADICTED"];

/**
 * Who took which part in a task and its records. As verifier: in another task about one of its records. What a person holds is
 * little and read first: of some records there are thousands of tasks.
 */
const HAS_TAKEN: Readonly<Record<Part, OfPerson>> = {
  COLLECTOR: ofItsRecords(Part.COLLECTOR),
  REQUESTER: (task, person) => sql`(${task.of(t.requestedBy)} is not null and ${task.of(t.requestedBy)} = ${person})`,
  VERIFIER: (task, person, now) => sql`(exists (
      select 1 from ${taskRecord} fl join ${finding} ff on ff.record_id = fl.record_id and ff.task_id <> fl.task_id and ff.result in (${literals(SAID)})
      where fl.task_id = ${task.of(t.id)} and ff.performed_by = ${person})
    or exists (
      select 1 from (select fo.record_id from ${t} ft join ${taskRecord} fo on fo.task_id = ft.id
        where ft.assignee_id = ${person} and ft.id <> ${task.of(t.id)} and ${isHeld("ft", now)} offset 0) held
      where exists (select 1 from ${taskRecord} fl where fl.task_id = ${task.of(t.id)} and fl.record_id = held.record_id)))`,
  APPROVER: ofItsRecords(Part.APPROVER),
  ARCHIVER: ofItsRecords(Part.ARCHIVER),
};

const takenParts: OfPerson = (task, person, now) => {
  const parts = Object.entries(HAS_TAKEN).map(
    ([part, holds]) => sql`case when ${holds(task, person, now)} then ${sql.raw(`'${part}'`)} end`,
  );
  return sql`array_to_json(array_remove(array[${sql.join(parts, sql`, `)}], null))`;
};

/** Roles that may claim, as the database has them. */
const CLAIMING = literals(AUTHORITY.claimTask);

const isActive = (person: string): SQL =>
  sql`(${sql.identifier(person)}.disabled_at is null and ${sql.identifier(person)}.roles && array[${CLAIMING}]::role[])`;

const isQualified = (task: Row, person: string): SQL =>
  sql`${task.of(t.method)} = any(${sql.identifier(person)}.qualifications)`;

const liveClaims: OfPerson = (_task, person, now) =>
  sql`(select count(*)::int from ${t} fc where fc.assignee_id = ${person} and fc.status = 'CLAIMED' and fc.claimed_until > ${now})`;

/** Whether a task waits to be taken up: it is open, or the claim on it has run out. */
export const isWaiting = (task: Row, now: SQL): SQL =>
  sql`(${task.of(t.status)} = 'OPEN' or (${task.of(t.status)} = 'CLAIMED' and ${task.of(t.claimedUntil)} <= ${now}))`;

/** What decides whether a person may take a task up, as domain/task-actions.ts weighs it; null where there is no such person. */
export const verifierFacts: OfPerson = (task, person, now) =>
  sql`(select json_build_object('active', ${isActive("fp")}, 'qualified', ${isQualified(task, "fp")}, 'claims', ${liveClaims(task, person, now)}, 'taken', ${takenParts(task, person, now)}) from ${account} fp where fp.id = ${person})`;

/** What decides what a person may do with a task. */
export const taskFacts: OfPerson = (task, person, now) =>
  sql`json_build_object(
    'status', case when ${isWaiting(task, now)} then 'OPEN' else ${task.of(t.status)}::text end,
    'held', (${task.of(t.status)} = 'CLAIMED' and ${task.of(t.assigneeId)} = ${person} and ${task.of(t.claimedUntil)} > ${now}),
    'verifier', ${verifierFacts(task, person, now)})`;

/** Whether an account, by its alias, may verify a task, whatever else it has to do: the same as `unfitFor` finds. */
const isFit = (mode: FourEyes, task: Row, person: string, now: SQL): SQL => {
  const id = sql`${sql.identifier(person)}.id`;
  const excluded = excludedBy(mode, Part.VERIFIER);
  const others = excluded.filter((part) => !isInRecord(part)).map((part) => HAS_TAKEN[part]);
  const taken = [...others, ofItsRecords(...excluded.filter(isInRecord))].map((holds) => holds(task, id, now));
  return sql`(${isActive(person)} and ${isQualified(task, person)} and not (${sql.join(taken, sql` or `)}))`;
};

/** Whether this one person may. */
export const isFitPerson = (mode: FourEyes, task: Row, person: SQL, now: SQL): SQL =>
  sql`exists (select 1 from ${account} fa where fa.id = ${person} and ${isFit(mode, task, "fa", now)})`;

export const isOfBranch = (task: Row, branch: SQL): SQL =>
  sql`exists (select 1 from ${customer} fb where fb.id = ${task.of(t.customerId)} and fb.branch_id = ${branch})`;

/** A branch where nobody may verify a task does not come to a halt: the task is offered to all. */
export const isOfferedToAll = (mode: FourEyes, task: Row, now: SQL): SQL =>
  sql`not exists (select 1 from ${customer} fb join ${account} fc on fc.branch_id = fb.branch_id where fb.id = ${task.of(t.customerId)} and ${isFit(mode, task, "fc", now)})`;
