import { and, eq, gt } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { finding, taskRecord, verificationTask } from "../db/tables/index.js";
import { type Part, type Participants, takenParts } from "../domain/four-eyes.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import type { StoredRecord } from "./record-in-scope.js";

/** Who is about to verify a record: whoever holds a live claim has taken the part, and hands its findings in later. */
const claimantsOf = (orm: Orm, { now }: Pick<CommandContext, "now">, recordId: string) =>
  orm
    .select({ id: verificationTask.assigneeId })
    .from(taskRecord)
    .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
    .where(
      and(
        eq(taskRecord.recordId, recordId),
        eq(verificationTask.status, "CLAIMED"),
        gt(verificationTask.claimedUntil, now.toISOString()),
      ),
    );

/** Who took which part in the life of a record so far. */
const participantsOf = async (
  orm: Orm,
  context: Pick<CommandContext, "now">,
  record: StoredRecord,
): Promise<Participants> => {
  const verifiers = await orm
    .selectDistinct({ id: finding.performedBy })
    .from(finding)
    .where(eq(finding.recordId, record.id));
  const claimants = await claimantsOf(orm, context, record.id);
  return {
    COLLECTOR: [record.collectedBy],
    VERIFIER: [...verifiers, ...claimants].map(({ id }) => id),
    APPROVER: [record.approvedBy],
    ARCHIVER: [record.archivedBy],
  };
};

/**
 * Four eyes are on persons: whoever took another part in the record leaves this one to a colleague (SP10).
 *
 * @throws Refusal FORBIDDEN naming the parts taken
 */
export const requirePart = async (
  orm: Orm,
  context: CommandContext,
  record: StoredRecord,
  part: Part,
): Promise<void> => {
  const { viewer, fourEyes } = context;
  const taken = takenParts(fourEyes, part, viewer.accountId, await participantsOf(orm, context, record));
  if (taken.length === 0) return;
  const message = `You are ${taken.join(" and ")} of this record: its ${part} has to be another person.`;
  throw new Refusal("FORBIDDEN", message, { part, taken });
};
