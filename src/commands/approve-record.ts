import { moved } from "../domain/life.js";
import { RECORD_LIFE } from "../domain/record-life.js";
import { isCorroboratedEnough, neededCorroboration } from "../domain/record-review.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import type { CommandContext } from "./context.js";
import { moveRecord } from "./move-record.js";
import { requireNoConflict } from "./open-conflict.js";
import { type Override, overrideFindings } from "./override-findings.js";
import { recordInScope, type StoredRecord } from "./record-in-scope.js";
import { requirePart } from "./record-participants.js";
import { lockTasksOf, settleTasks } from "./settle-tasks.js";
import { requireVersion } from "./stale.js";

export interface ApproveRecordInput {
  readonly id: string;
  readonly version: number;
  readonly overrides?: readonly Override[] | null;
}

/** @throws Refusal INVALID_TRANSITION saying what is missing */
const requireCorroboration = ({ category, corroboration }: StoredRecord, { fourEyes }: CommandContext): void => {
  if (isCorroboratedEnough(category, corroboration, fourEyes)) return;
  const needed = neededCorroboration(category, fourEyes) ?? [];
  const message = `A ${category} record is approved once it is corroborated: ${needed.join(" or ") || "not refuted"}.`;
  throw new Refusal("INVALID_TRANSITION", message, { field: "corroboration", needed });
};

/**
 * Approves a verified record 审核通过 (SP10): corroborated as its category demands, nothing of screening left open,
 * by somebody who took no other part in it. The tasks that brought it here close.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; FORBIDDEN (four eyes); INVALID_TRANSITION; BAD_USER_INPUT (overrides)
 */
export const approveRecord = (context: CommandContext, input: ApproveRecordInput): Promise<{ recordId: string }> =>
  change(context, async (orm) => {
    const tasks = await lockTasksOf(orm, [input.id]);
    const record = await recordInScope(orm, context, input.id);
    requireVersion("record", record, input.version);
    moved("record", RECORD_LIFE, "APPROVE", record.status);
    await requirePart(orm, context, record, "APPROVER");
    requireCorroboration(record, context);
    await requireNoConflict(orm, record);
    await overrideFindings(orm, context, record.id, input.overrides ?? []);
    await moveRecord(orm, context, record, "APPROVE", { approvedBy: context.viewer.accountId });
    await settleTasks(orm, context, tasks, { moves: ["CLOSE"], reason: null });
    return { recordId: record.id };
  });
