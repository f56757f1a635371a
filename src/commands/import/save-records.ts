import type { Session } from "../../db/database.js";
import { encryptedRecord } from "../../db/encryption/record-values.js";
import { insertRows } from "../../db/insert-rows.js";
import { newId } from "../../db/tables/columns.js";
import {
  informationRecord,
  recordState,
  screeningFinding,
  taskRecord,
  taskState,
  verificationTask,
} from "../../db/tables/index.js";
import type { VerificationMethod } from "../../domain/task.js";
import { isVerifiedMonthly } from "../../domain/verification-policy.js";
import type { CommandContext } from "../context.js";
import { joinMonthTask } from "../month-task.js";
import { type NewTask, rowsOfTask } from "../open-task.js";
import type { NewRecord } from "../save-record.js";

/** Of records verified together one task a customer and method; of all others one a record and method. */
const tasksOf = (saved: readonly NewRecord[]): NewTask[] => {
  const tasks = new Map<string, NewTask & { recordIds: string[] }>();
  for (const { record, methods } of saved)
    for (const method of methods) {
      const { id, customerId, category } = record;
      const key = `${method} ${isVerifiedMonthly(category) ? customerId : id}`;
      const known = tasks.get(key);
      if (known) known.recordIds.push(id);
      else
        tasks.set(key, {
          customerId,
          category,
          method: method as VerificationMethod,
          cause: "ROUTINE",
          requestedBy: null,
          recordIds: [id],
        });
    }
  return [...tasks.values()];
};

const saveTasks = async (session: Session, context: CommandContext, saved: readonly NewRecord[]): Promise<void> => {
  const opened: ReturnType<typeof rowsOfTask>[] = [];
  for (const task of tasksOf(saved))
    if ((await joinMonthTask(session.orm, context, task)) === null)
      opened.push(rowsOfTask({ now: context.now, actorId: context.viewer.accountId }, task));
  await insertRows(
    session,
    verificationTask,
    opened.map(({ task }) => task),
  );
  await insertRows(
    session,
    taskRecord,
    opened.flatMap(({ records }) => records),
  );
  await insertRows(
    session,
    taskState,
    opened.map(({ state }) => state),
  );
};

/** Writes what `saveRecord` writes of one record, of many at once. */
export const saveRecords = async (
  session: Session,
  context: CommandContext,
  saved: readonly NewRecord[],
): Promise<void> => {
  const at = context.now.toISOString();
  const actorId = context.viewer.accountId;
  const envelope = { collectedBy: actorId, collectedAt: at, recordedAt: at };
  const { vault } = context.database;
  const records = saved.map(({ record }) => ({ ...encryptedRecord(vault, record), ...envelope }));
  const written = [insertRows(session, informationRecord, records)];
  const states = records.map(({ id, customerId, status }) => ({
    recordId: id,
    customerId,
    status,
    actorId,
    recordedFrom: at,
  }));
  written.push(insertRows(session, recordState, states));
  const findings = saved.flatMap(({ record: { id: recordId, customerId }, findings: found }) =>
    found.map((finding) => ({ ...finding, id: newId(), recordId, customerId, foundAt: at })),
  );
  written.push(insertRows(session, screeningFinding, findings));
  // Sent one behind another on one connection: each is prepared while the one before is written.
  await Promise.all(written);
  await saveTasks(session, context, saved);
};
