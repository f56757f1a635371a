import { and, desc, eq, inArray } from "drizzle-orm";
import { COUNTING_TASK_STATUSES } from "../../domain/task.js";
import type { Orm } from "../database.js";
import { finding, informationRecord, recordDerivation, taskRecord, verificationTask } from "../tables/index.js";

/**
 * The findings that count, of the records named: those of tasks that are handed in, each task's last word on a field. What
 * a task said before it was sent back is kept, and counts no more.
 */
export const countingFindings = (orm: Orm, recordIds: readonly string[]) => {
  const { taskId, recordId, field, result, sourceParty, performedBy } = finding;
  return orm
    .selectDistinctOn([taskId, recordId, field], {
      recordId,
      field,
      result,
      sourceParty,
      performedBy,
      method: verificationTask.method,
    })
    .from(finding)
    .innerJoin(verificationTask, eq(verificationTask.id, taskId))
    .where(and(inArray(recordId, [...recordIds]), inArray(verificationTask.status, [...COUNTING_TASK_STATUSES])))
    .orderBy(taskId, recordId, field, desc(finding.foundAt), desc(finding.id));
};

/** Who is behind what a record was derived from, however many analyses lie between (SP6). */
export const derivedFromParties = async (orm: Orm, recordId: string): Promise<string[]> => {
  const [seen, parties] = [new Set<string>(), new Set<string>()];
  let derived = [recordId];
  while (derived.length > 0) {
    const sources = await orm
      .select({ id: recordDerivation.sourceId, party: informationRecord.party })
      .from(recordDerivation)
      .innerJoin(informationRecord, eq(informationRecord.id, recordDerivation.sourceId))
      .where(inArray(recordDerivation.recordId, derived));
    for (const { party } of sources) if (party !== null) parties.add(party);
    derived = sources.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of derived) seen.add(id);
  }
  return [...parties];
};

/** The tasks there ever were about records. */
export const tasksOf = (orm: Orm, recordIds: readonly string[]) => {
  const { id, status, method, cause } = verificationTask;
  return orm
    .select({ id, status, method, cause, recordId: taskRecord.recordId })
    .from(taskRecord)
    .innerJoin(verificationTask, eq(id, taskRecord.taskId))
    .where(inArray(taskRecord.recordId, [...recordIds]))
    .orderBy(id);
};
