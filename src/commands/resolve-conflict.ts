import { and, eq, inArray } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { conflict, informationRecord } from "../db/tables/index.js";
import { goesBack, LOSERS, requireSplit } from "../domain/conflict-resolution.js";
import { date, readField } from "../domain/field-form.js";
import { takenParts } from "../domain/four-eyes.js";
import type { LocalDate } from "../domain/local-date.js";
import { type ConflictResolution, LIVE_STATUSES } from "../domain/record.js";
import { Refusal } from "../domain/refusal.js";
import { change } from "./change.js";
import { conflictInScope, type StoredConflict } from "./conflict-in-scope.js";
import type { CommandContext } from "./context.js";
import { endConflictTasks } from "./end-conflict-tasks.js";
import { enterState, moveRecord } from "./move-record.js";
import { requireNoOpponent } from "./other-collector.js";
import { readReason } from "./reason.js";
import { recordInScope, type StoredRecord } from "./record-in-scope.js";
import { lockTasksOf } from "./settle-tasks.js";
import { requireVersion } from "./stale.js";

export interface ResolveConflictInput {
  readonly id: string;
  readonly version: number;
  readonly resolution: ConflictResolution;
  readonly reason: string;
  /** Of BOTH_VALID: the first ends, the second begins there. */
  readonly splitOn?: string | null;
}

interface Decision {
  readonly resolution: ConflictResolution;
  readonly reason: string;
  readonly splitOn: LocalDate | null;
}

interface Both {
  readonly first: StoredRecord;
  readonly second: StoredRecord;
}

const readDecision = ({ resolution, reason, splitOn }: ResolveConflictInput): Decision => {
  const on = readField("splitOn", date, splitOn);
  if ((resolution === "BOTH_VALID") !== (on !== null))
    throw new Refusal("BAD_USER_INPUT", "splitOn: the day BOTH_VALID splits validity on, and of no other resolution.", {
      field: "splitOn",
    });
  return { resolution, reason: readReason("reason", reason), splitOn: on };
};

const lockBoth = async (orm: Orm, context: CommandContext, { firstId, secondId }: StoredConflict): Promise<Both> => {
  const records = new Map<string, StoredRecord>();
  for (const id of [firstId, secondId].sort()) records.set(id, await recordInScope(orm, context, id));
  return { first: records.get(firstId), second: records.get(secondId) } as Both;
};

/** Whoever collected one of the two is no judge of them, in a small company either (SP10). */
const requireOtherEyes = ({ viewer, fourEyes }: CommandContext, { first, second }: Both): void => {
  const collectors = { COLLECTOR: [first.collectedBy, second.collectedBy] };
  const taken = takenParts(fourEyes, "APPROVER", viewer.accountId, collectors);
  if (taken.length === 0) return;
  const message = "You collected one of these records: another reviewer resolves the conflict (SP10).";
  throw new Refusal("FORBIDDEN", message, { taken });
};

const requireOpen = ({ resolution }: StoredConflict, { first, second }: Both): void => {
  if (resolution !== null)
    throw new Refusal("INVALID_TRANSITION", "This conflict is resolved; nothing is legal there.");
  if ([first, second].some(({ status }) => status === "RESTRICTED"))
    throw new Refusal("INVALID_TRANSITION", "One of its records is RESTRICTED: what is restricted is not processed.", {
      status: "RESTRICTED",
    });
};

const sendBack = async (
  orm: Orm,
  context: CommandContext,
  both: Both,
  { resolution, reason }: Decision,
): Promise<string[]> => {
  const losers = LOSERS[resolution].map((side) => both[side]).filter(({ status }) => goesBack(status));
  for (const loser of losers)
    await moveRecord(orm, context, loser, "RETURN", { returnReason: reason, approvedBy: null });
  return losers.map(({ id }) => id);
};

const split = async (orm: Orm, context: CommandContext, { first, second }: Both, on: LocalDate): Promise<void> => {
  requireSplit(first, second, on);
  await enterState(orm, context, first, first.status, { validTo: on });
  await enterState(orm, context, second, second.status, { validFrom: on });
};

/** What else contradicts those that still stand has not been asked yet: it is looked for once this is done. */
const compareAgain = (orm: Orm, { firstId, secondId }: StoredConflict) =>
  orm
    .update(informationRecord)
    .set({ comparedAt: null })
    .where(
      and(inArray(informationRecord.id, [firstId, secondId]), inArray(informationRecord.status, [...LIVE_STATUSES])),
    );

const close = (orm: Orm, { viewer, now }: CommandContext, { id, version }: StoredConflict, decision: Decision) => {
  const { resolution, reason } = decision;
  const resolved = { resolution, reason, resolvedBy: viewer.accountId, resolvedAt: now.toISOString() };
  return orm
    .update(conflict)
    .set({ ...resolved, version: version + 1 })
    .where(eq(conflict.id, id));
};

/**
 * Decides a conflict (SP8): what does not hold goes back to be corrected, unless it is sealed; of two that both hold the
 * first ends where the second begins. What wins stays where it is, and is held against the others of its series again. The
 * urgent task ends with the conflict.
 *
 * @throws Refusal NOT_FOUND; CONFLICT; FORBIDDEN (four eyes); INVALID_TRANSITION; BAD_USER_INPUT
 */
export const resolveConflict = async (
  context: CommandContext,
  input: ResolveConflictInput,
): Promise<{ conflictId: string }> => {
  const decision = readDecision(input);
  return change(context, async (orm) => {
    const found = await conflictInScope(orm, context, input.id);
    requireVersion("conflict", found, input.version);
    await lockTasksOf(orm, [found.firstId, found.secondId]);
    const both = await lockBoth(orm, context, found);
    requireOpen(found, both);
    requireOtherEyes(context, both);
    await requireNoOpponent(orm, context, both.first);
    if (decision.splitOn !== null) await split(orm, context, both, decision.splitOn);
    await endConflictTasks(orm, context, found, await sendBack(orm, context, both, decision));
    await close(orm, context, found, decision);
    await compareAgain(orm, found);
    return { conflictId: found.id };
  });
};
