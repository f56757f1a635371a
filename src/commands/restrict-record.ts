import { moved } from "../domain/life.js";
import { RECORD_LIFE } from "../domain/record-life.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { readReason } from "./reason.js";
import { recordInScope } from "./record-in-scope.js";
import { restrictRecords } from "./restrict-records.js";
import { lockTasksOf } from "./settle-tasks.js";
import { requireVersion } from "./stale.js";

export interface RestrictRecordInput {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Restricts one record, at the request of the person it is about or for a doubt about its ground (SP4).
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; BAD_USER_INPUT
 */
export const restrictRecord = async (
  context: CommandContext,
  input: RestrictRecordInput,
): Promise<{ recordId: string }> => {
  const reason = readReason("reason", input.reason);
  return change(context, async (orm) => {
    await lockTasksOf(orm, [input.id]);
    const record = await recordInScope(orm, context, input.id);
    requireVersion("record", record, input.version);
    moved("record", RECORD_LIFE, "RESTRICT", record.status);
    await restrictRecords(orm, [record.id], { ...context, reason });
    return { recordId: record.id };
  });
};
