import type { Session } from "../db/database.js";
import { conflictsAmong, correctionsBehind, type LiveRecord } from "../db/queries/live-series.js";
import { correctionChains } from "../domain/correction-chain.js";

const conflictsOf = async (session: Session, ids: readonly string[]): Promise<(id: string) => readonly string[]> => {
  const known = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { id, otherId } of await conflictsAmong(session, ids)) {
    known.get(id)?.push(otherId);
    known.get(otherId)?.push(id);
  }
  return (id) => known.get(id) ?? [];
};

/** What a record is not held against: what it was in conflict with before, what it corrects and what corrects it. */
export type SetAside = (record: LiveRecord) => ReadonlySet<string>;

export const readSetAside = async (session: Session, records: readonly LiveRecord[]): Promise<SetAside> => {
  const ids = records.map(({ id }) => id);
  const corrections = await correctionsBehind(session, ids);
  const chainOf = correctionChains(corrections.map(({ id, otherId }) => [id, otherId]));
  const conflictsWith = await conflictsOf(session, ids);
  return ({ id }) => new Set([...conflictsWith(id), ...chainOf(id)]);
};
