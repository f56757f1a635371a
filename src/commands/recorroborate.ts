import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { countingFindings, derivedFromParties, tasksOf } from "../db/queries/finding.js";
import { informationRecord } from "../db/tables/index.js";
import { holdsBack, moveDue } from "../domain/confirmation.js";
import { type Corroborated, corroborationOf, isCorroborated } from "../domain/corroboration.js";
import { fieldsToVerify } from "../domain/fields-to-verify.js";
import { RECORD_LIFE, type RecordMove } from "../domain/record-life.js";
import { LIVE_TASK_STATUSES } from "../domain/task.js";
import { isOfficialRegister } from "../domain/verification-policy.js";
import type { CommandContext } from "./context.js";
import { enterState, moveRecord } from "./move-record.js";
import type { StoredRecord } from "./record-in-scope.js";

type Context = Pick<CommandContext, "viewer" | "now" | "fourEyes">;
type CountingFinding = Awaited<ReturnType<typeof countingFindings>>[number];

/** A record after its findings were weighed anew. */
export interface Recorroborated extends Corroborated {
  readonly record: StoredRecord;
  /** Whether it has what its category demands. */
  readonly enough: boolean;
}

/** Locked in the order of their ids. What was erased has nothing left to weigh. */
const lockRecords = (orm: Orm, recordIds: readonly string[]): Promise<StoredRecord[]> =>
  orm
    .select()
    .from(informationRecord)
    .where(and(inArray(informationRecord.id, [...recordIds]), notInArray(informationRecord.status, ["ERASED"])))
    .orderBy(informationRecord.id)
    .for("update");

/** What the findings about a record come to now. */
const weigh = async (
  orm: Orm,
  { fourEyes }: Pick<Context, "fourEyes">,
  record: StoredRecord,
  findings: readonly CountingFinding[],
): Promise<Recorroborated> => {
  const weighed = corroborationOf(
    findings.filter(({ recordId }) => recordId === record.id),
    {
      criticalFields: fieldsToVerify(record.category, record),
      fromRegister: isOfficialRegister(record.category, record),
      derivedFromParties: record.channel === "DATA_ANALYSIS" ? await derivedFromParties(orm, record.id) : [],
      fourEyes,
    },
  );
  return { ...weighed, record, enough: isCorroborated(record.category, weighed, fourEyes) };
};

/** What is restricted stays so; what is due of it is done to the state it will be back in, else lifting would undo it. */
const moveBehind = async (
  orm: Orm,
  context: Context,
  { record, corroboration }: Recorroborated,
  move: RecordMove,
): Promise<StoredRecord> => {
  const restrictedFrom = RECORD_LIFE[move].to;
  return enterState(orm, context, record, "RESTRICTED", { corroboration, restrictedFrom });
};

const keep = async (orm: Orm, context: Context, weighed: Recorroborated, awaited: boolean): Promise<Recorroborated> => {
  const { record, corroboration, enough } = weighed;
  const move = moveDue(record.restrictedFrom ?? record.status, { enough, awaited });
  if (move !== null && record.restrictedFrom !== null)
    return { ...weighed, record: await moveBehind(orm, context, weighed, move) };
  if (move !== null) return { ...weighed, record: await moveRecord(orm, context, record, move, { corroboration }) };
  if (corroboration !== record.corroboration)
    await orm.update(informationRecord).set({ corroboration }).where(eq(informationRecord.id, record.id));
  return { ...weighed, record: { ...record, corroboration } };
};

/**
 * Weighs the findings about records anew and keeps what they come to; the status follows: verified once there is enough
 * and nothing more is awaited, back in verification when there is no longer. Called after every change of what counts.
 */
export const recorroborate = async (
  orm: Orm,
  context: Context,
  recordIds: readonly string[],
): Promise<Recorroborated[]> => {
  if (recordIds.length === 0) return [];
  const records = await lockRecords(orm, recordIds);
  const findings = await countingFindings(orm, recordIds);
  const live = (await tasksOf(orm, recordIds)).filter(({ status }) => LIVE_TASK_STATUSES.includes(status));
  const kept: Recorroborated[] = [];
  for (const record of records) {
    const awaited = live.some(({ recordId, cause }) => recordId === record.id && holdsBack(cause));
    kept.push(await keep(orm, context, await weigh(orm, context, record, findings), awaited));
  }
  return kept;
};
