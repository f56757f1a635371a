import type { Orm } from "../db/database.js";
import { tasksOf } from "../db/queries/finding.js";
import { followingMethod } from "../domain/follow-up.js";
import type { VerificationMethod } from "../domain/task.js";
import type { CommandContext } from "./context.js";
import { openTask } from "./open-task.js";
import type { ReadFinding } from "./read-findings.js";
import type { Recorroborated } from "./recorroborate.js";
import type { StoredTask } from "./task-in-scope.js";

const isUnreached = (recordId: string, findings: readonly ReadFinding[]): boolean =>
  findings.filter(({ record }) => record.id === recordId).every(({ result }) => result === "NOT_REACHED");

/** Opens the tasks a submitted one leaves to be done: for the same cause, by a method not tried yet. */
export const followUp = async (
  orm: Orm,
  { now, viewer }: CommandContext,
  { customerId, category, cause, requestedBy, requestReason }: StoredTask,
  { findings, weighed }: { readonly findings: readonly ReadFinding[]; readonly weighed: readonly Recorroborated[] },
): Promise<void> => {
  const tasks = await tasksOf(
    orm,
    weighed.map(({ record }) => record.id),
  );
  const wanted = new Map<VerificationMethod, string[]>();
  for (const { record, ...standing } of weighed) {
    const ofRecord = tasks.filter(({ recordId }) => recordId === record.id);
    const unreached = isUnreached(record.id, findings);
    const method = followingMethod({ ...standing, category, unreached, tasks: ofRecord });
    if (method !== null) wanted.set(method, [...(wanted.get(method) ?? []), record.id]);
  }
  const shared = { customerId, category, cause, requestedBy, requestReason };
  for (const [method, recordIds] of wanted)
    await openTask(orm, { now, actorId: viewer.accountId }, { ...shared, method, recordIds });
};
