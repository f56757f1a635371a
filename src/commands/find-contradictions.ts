import { setImmediate as othersTurn } from "node:timers/promises";
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

/** Records in a conflict that are read together: of a series that has many, one of the nearest contradicts nearly always. */
const AT_A_TIME = 100;

const overlap = (a: LiveRecord, b: LiveRecord): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);

/** How the records of one series are searched, from the oldest to the newest. */
class Search {
  readonly #contested: Set<string>;
  readonly #found: Contradiction[] = [];

  constructor(
    private readonly series: Series,
    private readonly statements: Statements,
    private readonly setAside: SetAside,
    private readonly fresh: ReadonlySet<string>,
  ) {
    this.#contested = new Set(series.flatMap(({ id, isContested }) => (isContested ? [id] : [])));
  }

  async run(): Promise<readonly Contradiction[]> {
    await this.statements.read(this.series.filter(({ isContested }) => !isContested));
    for (const [at, record] of this.series.entries()) {
      if (this.#contested.has(record.id)) continue;
      await othersTurn();
      const later = this.#laterOpponent(record, at);
      if (later !== undefined) this.#note(record, later);
      else await this.#oppose(record, at);
    }
    return this.#found;
  }

  /** One that is in no conflict either: one is enough for both. Those before it had their turn, and did not contradict it. */
  #laterOpponent(record: LiveRecord, at: number): LiveRecord | undefined {
    const contradicts = this.#contradicting(record);
    for (let i = at + 1; i < this.series.length; i++) {
      const other = this.series[i] as LiveRecord;
      if (!this.#contested.has(other.id) && contradicts(other)) return other;
    }
    return undefined;
  }

  /** One that is in a conflict already, the nearest. */
  async #oppose(record: LiveRecord, at: number): Promise<void> {
    const contradicts = this.#contradicting(record);
    const contested = [...outward(this.series, at)].filter(({ id }) => this.#contested.has(id));
    for (const part of inParts(contested, AT_A_TIME)) {
      await this.statements.read(part);
      const opponent = part.find(contradicts);
      if (opponent === undefined) continue;
      if (this.series.indexOf(opponent) < at) this.#note(opponent, record);
      else this.#note(record, opponent);
      return;
    }
  }

  #contradicting(record: LiveRecord): (other: LiveRecord) => boolean {
    const aside = this.setAside(record);
    const isNew = this.fresh.has(record.id);
    return (other) =>
      (isNew || this.fresh.has(other.id)) &&
      this.statements.differ(record, other) &&
      overlap(record, other) &&
      !aside.has(other.id) &&
      this.statements.contradictions(record, other).length > 0;
  }

  #note(first: LiveRecord, second: LiveRecord): void {
    this.#found.push({ first, second, fields: this.statements.contradictions(first, second) });
    this.#contested.add(first.id).add(second.id);
  }
}

/**
 * What contradicts what in each series, where one of the two is among those that are compared now: every record that contradicts
 * another one, and is in no undecided conflict, is in one of these, but there is none between two that both are in one already.
 * So there are always fewer than there are records.
 */
export const findContradictions = async (
  session: Session,
  all: readonly Series[],
  fresh: ReadonlySet<string>,
): Promise<Contradiction[]> => {
  const open = all.filter((series) => series.some(({ isContested }) => !isContested));
  const [statements, setAside] = [new Statements(session), await readSetAside(session, open.flat())];
  // Most series are short, and many: what they say is read together.
  await statements.read(open.filter(({ length }) => length <= AT_A_TIME).flat());
  const found: Contradiction[] = [];
  for (const series of open) found.push(...(await new Search(series, statements, setAside, fresh).run()));
  return found;
};
