import type { Session } from "../db/database.js";
import type { LiveRecord } from "../db/queries/live-series.js";
import { outward } from "../domain/outward.js";
import { inParts } from "../domain/parts.js";
import { Statements } from "./read-statements.js";
import { readSetAside, type SetAside } from "./set-aside.js";

/** Two records that contradict each other, the older first, and the fields they do so in. */
export interface Contradiction {
  readonly first: LiveRecord;
  readonly second: LiveRecord;
  readonly fields: readonly string[];
}

/** The live records of a series, as they were recorded. */
type Series = readonly LiveRecord[];

/** Records looked at before anything else of this process has its turn. */
const AT_A_TIME = 100;

const overlap = (a: LiveRecord, b: LiveRecord): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);

/** The nearest in time that is in no conflict either, so that one is enough for both; else the nearest. */
function* preferred(series: Series, at: number, contested: ReadonlySet<string>) {
  for (const each of outward(series, at)) if (!contested.has(each.id)) yield each;
  for (const each of outward(series, at)) if (contested.has(each.id)) yield each;
}

const searching = (statements: Statements, setAside: SetAside) => {
  const opponentOf = async (series: Series, at: number, contested: ReadonlySet<string>) => {
    const record = series[at] as LiveRecord;
    const aside = setAside(record);
    const concerns = (other: LiveRecord): boolean =>
      (record.isNew || other.isNew) && overlap(record, other) && !aside.has(other.id);
    for (const part of inParts(preferred(series, at, contested), AT_A_TIME)) {
      const others = part.filter(concerns);
      await statements.read([record, ...others]);
      const opponent = others.find((other) => statements.contradictions(record, other).length > 0);
      if (opponent !== undefined) return opponent;
    }
    return undefined;
  };

  return async (series: Series): Promise<Contradiction[]> => {
    const contested = new Set(series.flatMap(({ id, isContested }) => (isContested ? [id] : [])));
    const places = new Map(series.map((record, place) => [record, place]));
    const found: Contradiction[] = [];
    for (const [record, at] of places) {
      const opponent = contested.has(record.id) ? undefined : await opponentOf(series, at, contested);
      if (opponent === undefined) continue;
      const [first, second] = (places.get(opponent) ?? 0) > at ? [record, opponent] : [opponent, record];
      found.push({ first, second, fields: statements.contradictions(first, second) });
      contested.add(record.id).add(opponent.id);
    }
    return found;
  };
};

/**
 * What contradicts what in each series: every record that contradicts another one, and is in no undecided conflict, is in
 * one of these, but there is none between two that both are in one already. So there are always fewer than there are records.
 */
export const findContradictions = async (session: Session, all: readonly Series[]): Promise<Contradiction[]> => {
  const open = all.filter((series) => series.some(({ isContested }) => !isContested));
  const statements = new Statements(session);
  const search = searching(statements, await readSetAside(session, open.flat()));
  // Most series are short, and many: what they say is read together.
  await statements.read(open.filter(({ length }) => length <= AT_A_TIME).flat());
  const found: Contradiction[] = [];
  for (const series of open) found.push(...(await search(series)));
  return found;
};
