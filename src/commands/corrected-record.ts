import { and, eq } from "drizzle-orm";
import { validate } from "uuid";
import { mayCorrect } from "../auth/correction.js";
import type { Orm } from "../db/database.js";
import { finding, informationRecord, taskRecord, verificationTask } from "../db/tables/index.js";
import type { CategoryCode } from "../domain/category-code.js";
import { isSealed } from "../domain/record.js";
import { canCorrect } from "../domain/record-actions.js";
import { Refusal } from "../domain/refusal.js";
import type { CommandContext } from "./context.js";
import { isMyLiveClaim } from "./live-claim.js";

export interface Corrected {
  readonly id: string;
  readonly series: string;
}

const { id, series, status, collectedBy, archivedAt } = informationRecord;

const load = async (orm: Orm, customerId: string, category: CategoryCode, recordId: string) => {
  if (!validate(recordId)) return undefined;
  const [found] = await orm
    .select({ id, series, status, collectedBy, archivedAt })
    .from(informationRecord)
    .where(
      and(eq(id, recordId), eq(informationRecord.customerId, customerId), eq(informationRecord.category, category)),
    );
  return found;
};

type Found = NonNullable<Awaited<ReturnType<typeof load>>>;

/** What somebody said instead while it was verified: nobody's draft, whoever wrote it down. */
const isObservation = async (orm: Orm, recordId: string): Promise<boolean> =>
  (await orm.$count(finding, eq(finding.observedRecordId, recordId))) > 0;

/** As reads weigh it, too: db/selection/bound.ts. */
const isMyDraft = async (orm: Orm, { viewer }: CommandContext, found: Found): Promise<boolean> =>
  found.collectedBy === viewer.accountId && found.archivedAt === null && !(await isObservation(orm, found.id));

const isOnMyTask = async (orm: Orm, context: CommandContext, recordId: string): Promise<boolean> => {
  const [held] = await orm
    .select({ id: verificationTask.id })
    .from(taskRecord)
    .innerJoin(verificationTask, eq(verificationTask.id, taskRecord.taskId))
    .where(and(eq(taskRecord.recordId, recordId), isMyLiveClaim(context)))
    .limit(1);
  return held !== undefined;
};

/**
 * The record a correction follows: of the same customer and category, correctable, and the viewer's to correct.
 *
 * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export const correctedRecord = async (
  orm: Orm,
  context: CommandContext,
  { customerId, category, recordId }: { customerId: string; category: CategoryCode; recordId: string | null },
): Promise<Corrected | null> => {
  if (recordId === null) return null;
  const details = { field: "corrects" };
  const found = await load(orm, customerId, category, recordId);
  if (found === undefined)
    throw new Refusal("NOT_FOUND", `This customer has no such ${category} record to correct.`, details);
  if (!canCorrect(found.status))
    throw new Refusal("INVALID_TRANSITION", `A record that is ${found.status} cannot be corrected.`, details);
  const bound = (await isMyDraft(orm, context, found)) || (await isOnMyTask(orm, context, found.id));
  if (!mayCorrect(context.viewer.role, { category, boundToMyWork: bound, sealed: isSealed(found.status) }))
    throw new Refusal(
      "FORBIDDEN",
      "Correcting it takes full clearance, or the record being bound to your work.",
      details,
    );
  return { id: found.id, series: found.series };
};
