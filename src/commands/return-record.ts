import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { moveRecord } from "./move-record.js";
import { requireNoOpponent } from "./other-collector.js";
import { readReason } from "./reason.js";
import { recordInScope } from "./record-in-scope.js";
import { lockTasksOf, settleTasks } from "./settle-tasks.js";
import { requireVersion } from "./stale.js";

export interface ReturnRecordInput {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Sends a record back before it is sealed. Nobody edits it: it is corrected by a new one. Tasks that were about nothing
 * else end with it.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; FORBIDDEN (four eyes); INVALID_TRANSITION; BAD_USER_INPUT
 */
export const returnRecord = async (
  context: CommandContext,
  input: ReturnRecordInput,
): Promise<{ recordId: string }> => {
  const reason = readReason("reason", input.reason);
  return change(context, async (orm) => {
    const tasks = await lockTasksOf(orm, [input.id]);
    const record = await recordInScope(orm, context, input.id);
    requireVersion("record", record, input.version);
    await requireNoOpponent(orm, context, record);
    await moveRecord(orm, { ...context, reason }, record, "RETURN", { returnReason: reason, approvedBy: null });
    await settleTasks(orm, context, tasks, { moves: ["CLOSE", "CANCEL"], reason });
    return { recordId: record.id };
  });
};
