import { and, eq, isNull } from "drizzle-orm";
import type { Orm } from "../db/database.js";
import { informationRecord, recordState } from "../db/tables/index.js";
import { moved } from "../domain/life.js";
import type { RecordStatus } from "../domain/record.js";
import { RECORD_LIFE, type RecordMove } from "../domain/record-life.js";
import type { StoredRecord } from "./record-in-scope.js";
import { stale } from "./stale.js";

type Changes = Partial<typeof informationRecord.$inferInsert>;

/** By whom, when and why; null: by the archive itself. */
export interface Acting {
  readonly viewer: { readonly accountId: string | null };
  readonly now: Date;
  readonly reason?: string | null;
}

type Moving = Pick<StoredRecord, "id" | "customerId" | "status" | "version">;

/** Writes a state and its history: the state before ends where this one begins, and stays reconstructable. */
export const enterState = async <T extends Moving>(
  orm: Orm,
  { viewer, now, reason = null }: Acting,
  { id, customerId, version, ...record }: T,
  status: RecordStatus,
  changes: Changes = {},
): Promise<T> => {
  const at = now.toISOString();
  const next = { status, version: version + 1, ...changes };
  const saved = await orm
    .update(informationRecord)
    .set(next)
    .where(and(eq(informationRecord.id, id), eq(informationRecord.version, version)))
    .returning({ id: informationRecord.id });
  if (saved.length === 0) throw stale("record");
  await orm
    .update(recordState)
    .set({ recordedTo: at })
    .where(and(eq(recordState.recordId, id), isNull(recordState.recordedTo)));
  const state = { recordId: id, customerId, version: next.version, status, actorId: viewer.accountId };
  await orm.insert(recordState).values({ ...state, reason, recordedFrom: at });
  return { ...record, id, customerId, ...next } as T;
};

/**
 * Moves a record along its life cycle, once: a record that has moved since it was read stays as it is.
 *
 * @throws Refusal INVALID_TRANSITION; CONFLICT
 */
export const moveRecord = <T extends Moving>(
  orm: Orm,
  context: Acting,
  record: T,
  move: RecordMove,
  changes: Changes = {},
): Promise<T> => enterState(orm, context, record, moved("record", RECORD_LIFE, move, record.status), changes);
