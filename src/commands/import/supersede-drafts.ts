import { inArray } from "drizzle-orm";
import { mayCorrect } from "../../auth/correction.js";
import type { Session } from "../../db/database.js";
import { findImportedDrafts, type ImportedDraft } from "../../db/queries/import.js";
import { informationRecord } from "../../db/tables/index.js";
import { isLegal } from "../../domain/life.js";
import { RECORD_LIFE } from "../../domain/record-life.js";
import type { CommandContext } from "../context.js";
import { moveRecord } from "../move-record.js";
import type { NewRecord } from "../save-record.js";
import { lockTasksOf, settleTasks } from "../settle-tasks.js";
import { saveRecords } from "./save-records.js";

const REASON = "A later row of its source says otherwise.";

const keyOf = ({ customerId, series }: { customerId: string; series: string }): string => `${customerId} ${series}`;

type Said = NewRecord["record"];

const fromTheSameSource = (draft: ImportedDraft, { channel, subChannel, party }: Said): boolean =>
  draft.channel === channel && draft.subChannel === (subChannel ?? null) && draft.party === (party ?? null);

/** What may be corrected by hand may be by a file, and nothing else; what is contradicted waits for a reviewer (SP8). */
const isMineToCorrect = ({ viewer }: CommandContext, { category, collectedBy, disputed }: ImportedDraft): boolean =>
  !disputed && mayCorrect(viewer.role, { category, boundToMyWork: collectedBy === viewer.accountId, sealed: false });

const withCorrections = (
  context: CommandContext,
  drafts: readonly ImportedDraft[],
  saved: readonly NewRecord[],
): NewRecord[] => {
  const bySeries = new Map(drafts.map((draft) => [keyOf(draft), draft]));
  return saved.map((each) => {
    const draft = bySeries.get(keyOf(each.record));
    if (draft === undefined || !fromTheSameSource(draft, each.record) || !isMineToCorrect(context, draft)) return each;
    return { ...each, record: { ...each.record, correctsId: draft.id } };
  });
};

/** What a reviewer has approved is archived as it is, and superseded when its correction is. */
const sendBack = async (session: Session, context: CommandContext, ids: readonly string[]): Promise<void> => {
  const { id, customerId, status, version } = informationRecord;
  const found = await session.orm
    .select({ id, customerId, status, version })
    .from(informationRecord)
    .where(inArray(id, [...ids]))
    .orderBy(id)
    .for("update");
  for (const draft of found)
    if (draft.status !== "APPROVED" && isLegal(RECORD_LIFE, "RETURN", draft.status))
      await moveRecord(session.orm, { ...context, reason: REASON }, draft, "RETURN", { returnReason: REASON });
};

/**
 * Writes records from a file. Where an earlier file from the same source has left a draft of the same series, the new
 * record corrects it, and the draft goes back: two editions of one source are no contradiction, and only one is reviewed.
 * What is archived is superseded when the new record is archived, as ever.
 *
 * @returns the keys of what corrects another
 */
export const saveSuperseding = async (
  session: Session,
  context: CommandContext,
  saved: readonly NewRecord[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const candidates = saved.flatMap(({ record }) => (known.has(record.customerId) ? [record] : []));
  const [first] = candidates;
  const drafts = first === undefined ? [] : await findImportedDrafts(session, first.category, candidates);
  const corrected = withCorrections(context, drafts, saved);
  const pairs = corrected.flatMap(({ record }) => (record.correctsId ? [[record.id, record.correctsId] as const] : []));
  const earlier = pairs.map(([, id]) => id);
  const tasks = earlier.length === 0 ? [] : await lockTasksOf(session.orm, earlier);
  await saveRecords(session, context, corrected);
  if (earlier.length > 0) await sendBack(session, context, earlier);
  await settleTasks(session.orm, context, tasks, { moves: ["CLOSE", "CANCEL"], reason: REASON });
  return new Set(pairs.map(([id]) => id));
};
