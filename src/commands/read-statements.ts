import { setImmediate as othersTurn } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import type { Session } from "../db/database.js";
import { comparableRecord } from "../db/encryption/record-values.js";
import { informationRecord as r } from "../db/tables/index.js";
import { contradictions, type Statement, statementOf } from "../domain/contradiction.js";
import { inParts } from "../domain/parts.js";

/** Rows a statement. */
const AT_ONCE = 500;

interface Stored {
  readonly id: string;
}

/** What records say, read when it is first asked for. */
export class Statements {
  readonly #read = new Map<string, Statement>();

  constructor(private readonly session: Session) {}

  /** Where all is known already, whatever else this process has to do has its turn. */
  async read(records: readonly Stored[]): Promise<void> {
    const ids = records.flatMap(({ id }) => (this.#read.has(id) ? [] : [id]));
    if (ids.length === 0) return othersTurn();
    for (const part of inParts(ids, AT_ONCE))
      for (const row of await this.session.orm.select().from(r).where(inArray(r.id, part)))
        this.#read.set(row.id, statementOf(row.category, comparableRecord(row)));
  }

  /** The fields in which two records that have been read contradict each other. */
  contradictions(one: Stored, other: Stored): string[] {
    const [first, second] = [this.#read.get(one.id), this.#read.get(other.id)];
    return first === undefined || second === undefined ? [] : contradictions(first, second);
  }
}
