import { and, inArray, notInArray } from "drizzle-orm";
import { validate } from "uuid";
import type { Orm } from "../db/database.js";
import { newId } from "../db/tables/columns.js";
import { consent, finding, informationRecord } from "../db/tables/index.js";
import { moved } from "../domain/life.js";
import { UNREADABLE_STATUSES } from "../domain/record.js";
import { Refusal } from "../domain/refusal.js";
import { TASK_LIFE } from "../domain/task-life.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { followUp } from "./follow-up.js";
import { lapsed } from "./lapse.js";
import { moveTask } from "./move-task.js";
import { type GivenFinding, type ReadFinding, readFindings } from "./read-findings.js";
import type { StoredRecord } from "./record-in-scope.js";
import { recorroborate } from "./recorroborate.js";
import { saveObservations } from "./save-observations.js";
import { requireVersion } from "./stale.js";
import { type StoredTask, taskInScope } from "./task-in-scope.js";
import { recordIdsOf } from "./task-records.js";

export interface SubmitFindingsInput {
  readonly id: string;
  /** The version the change was made from. */
  readonly version: number;
  readonly findings: readonly GivenFinding[];
}

/** @throws Refusal INVALID_TRANSITION, FORBIDDEN */
const requireClaim = ({ viewer }: CommandContext, task: StoredTask): void => {
  moved("task", TASK_LIFE, "SUBMIT", task.status);
  if (task.assigneeId === viewer.accountId) return;
  throw new Refusal("FORBIDDEN", "Only whoever holds the live claim on a task hands in its findings.", { field: "id" });
};

/**
 * The consents of records that led to an observation: locked before task and records, as wherever they meet. A
 * withdrawal at the same moment waits.
 */
const lockGrounds = async (orm: Orm, findings: readonly GivenFinding[]): Promise<void> => {
  const ids = findings.flatMap(({ recordId, observed }) => (observed != null && validate(recordId) ? [recordId] : []));
  if (ids.length === 0) return;
  const consents = orm
    .select({ id: informationRecord.consentId })
    .from(informationRecord)
    .where(inArray(informationRecord.id, ids));
  await orm
    .select({ id: consent.id })
    .from(consent)
    .where(inArray(consent.id, consents))
    .orderBy(consent.id)
    .for("share");
};

/** Its records, locked in the order of their ids. What is restricted meanwhile is nobody's to process. */
const recordsOf = async (orm: Orm, { id }: StoredTask): Promise<StoredRecord[]> => {
  const r = informationRecord;
  const processable = notInArray(r.status, [...UNREADABLE_STATUSES]);
  return orm
    .select()
    .from(r)
    .where(and(inArray(r.id, await recordIdsOf(orm, id)), processable))
    .orderBy(r.id)
    .for("update");
};

/** Rows a statement. */
const AT_ONCE = 1000;

const keepFindings = async (
  orm: Orm,
  { viewer, now }: CommandContext,
  { id: taskId, customerId, category }: StoredTask,
  { findings, observed }: { findings: readonly ReadFinding[]; observed: ReadonlyMap<ReadFinding, string> },
): Promise<void> => {
  const shared = { taskId, customerId, category, performedBy: viewer.accountId, foundAt: now.toISOString() };
  const rows = findings.map((found) => {
    const { record, observed: _, ...said } = found;
    return { ...said, ...shared, id: newId(), recordId: record.id, observedRecordId: observed.get(found) ?? null };
  });
  for (let i = 0; i < rows.length; i += AT_ONCE) await orm.insert(finding).values(rows.slice(i, i + AT_ONCE));
};

/**
 * Hands in what a task found 提交核实结论 (SP2, SP7): about each critical field its records fill exactly one finding. The
 * claim ends, and with it the sight it gave; corroboration and status of the records follow.
 *
 * @throws Refusal NOT_FOUND; FORBIDDEN; INVALID_TRANSITION; CONFLICT; BAD_USER_INPUT naming the field
 */
export const submitFindings = (context: CommandContext, input: SubmitFindingsInput): Promise<{ taskId: string }> =>
  change(context, async (orm) => {
    await lockGrounds(orm, input.findings);
    const known = await taskInScope(orm, context, input.id);
    requireVersion("task", known, input.version);
    const task = await lapsed(orm, known, context.now);
    requireClaim(context, task);
    const records = await recordsOf(orm, task);
    const findings = readFindings(records, input.findings);
    const observed = await saveObservations(orm, context, task, findings);
    await keepFindings(orm, context, task, { findings, observed });
    const [{ viewer, now }, submittedAt] = [context, context.now.toISOString()];
    await moveTask(orm, task, "SUBMIT", { actorId: viewer.accountId, now }, { submittedAt });
    const ids = records.map(({ id }) => id);
    const weighed = await recorroborate(orm, context, ids);
    await followUp(orm, context, task, { findings, weighed });
    return { taskId: task.id };
  });
