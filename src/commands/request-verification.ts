import type { Orm } from "../db/database.js";
import { tasksOf } from "../db/queries/finding.js";
import type { CategoryCode } from "../domain/category-code.js";
import { isLegal } from "../domain/life.js";
import { LIVE_STATUSES } from "../domain/record.js";
import { RECORD_LIFE } from "../domain/record-life.js";
import { Refusal } from "../domain/refusal.js";
import type { VerificationMethod } from "../domain/task.js";
import { isVerified, nextMethod, suitedMethods } from "../domain/verification-policy.js";
import { change } from "./change.js";
import type { TaskOutcome } from "./claim-task.js";
import type { CommandContext } from "./context.js";
import { moveRecord } from "./move-record.js";
import { openTask } from "./open-task.js";
import { requireNoOpponent } from "./other-collector.js";
import { readReason } from "./reason.js";
import { recordInScope, type StoredRecord } from "./record-in-scope.js";
import { requireVersion } from "./stale.js";

export interface RequestVerificationInput {
  readonly recordId: string;
  /** Of the record. */
  readonly version: number;
  /** The best one of the category that was not used yet, unless said. */
  readonly method?: VerificationMethod | null;
  readonly reason?: string | null;
}

const requireVerifiable = ({ status, category }: StoredRecord): void => {
  if (!isVerified(category))
    throw new Refusal(
      "INVALID_TRANSITION",
      `A record of ${category} is our own judgement, which nobody verifies: a reviewer approves it or returns it.`,
      { field: "recordId", status, legal: [] },
    );
  if ((LIVE_STATUSES as readonly string[]).includes(status)) return;
  const legal = `it is for records that are ${LIVE_STATUSES.join(", ")}`;
  throw new Refusal("INVALID_TRANSITION", `A record that is ${status} is not verified once more; ${legal}.`, {
    field: "recordId",
    status,
    legal: [...LIVE_STATUSES],
  });
};

const requireSuited = (category: CategoryCode, method: VerificationMethod): void => {
  const suited = suitedMethods(category);
  if (suited.includes(method)) return;
  const help = `${method} tells nothing of ${category}; what suits it: ${suited.join(", ")}.`;
  throw new Refusal("BAD_USER_INPUT", help, { field: "method" });
};

const methodFor = async (
  orm: Orm,
  { id, category }: StoredRecord,
  wanted: VerificationMethod | null | undefined,
): Promise<VerificationMethod> => {
  if (wanted != null) {
    requireSuited(category, wanted);
    return wanted;
  }
  const tried = (await tasksOf(orm, [id])).filter(({ status }) => status !== "CANCELLED").map(({ method }) => method);
  const next = nextMethod(category, tried);
  if (next === null)
    throw new Refusal("BAD_USER_INPUT", "Every method that suits this category was used: name one.", {
      field: "method",
    });
  return next;
};

/**
 * Has a record verified once more before it is archived; what was verified or approved goes back into verification. Who
 * asks does not perform it.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; INVALID_TRANSITION; BAD_USER_INPUT; FORBIDDEN for whoever collected what contradicts it
 */
export const requestVerification = async (
  context: CommandContext,
  input: RequestVerificationInput,
): Promise<TaskOutcome> => {
  const reason = input.reason == null ? null : readReason("reason", input.reason);
  return change(context, async (orm) => {
    const { viewer, now } = context;
    const record = await recordInScope(orm, context, input.recordId, "recordId");
    requireVersion("record", record, input.version);
    requireVerifiable(record);
    const { customerId, category } = record;
    const method = await methodFor(orm, record, input.method);
    await requireNoOpponent(orm, context, record, "recordId");
    if (isLegal(RECORD_LIFE, "START_VERIFICATION", record.status))
      await moveRecord(orm, context, record, "START_VERIFICATION", { approvedBy: null });
    const asked = { cause: "REQUEST", requestedBy: viewer.accountId, requestReason: reason } as const;
    const moving = { now, actorId: viewer.accountId, reason };
    const about = { customerId, category, method, recordIds: [record.id] };
    return { taskId: await openTask(orm, moving, { ...about, ...asked }) };
  });
};
