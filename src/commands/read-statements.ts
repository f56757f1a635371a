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

const NOTHING: Statement = new Map();

/** What records say, each read once. */
export class Statements {
  readonly #read = new Map<string, Statement>();
  /** One for all that say the same: a file may say it a thousand times. */
  readonly #distinct = new Map<string, Statement>();

  constructor(private readonly session: Session) {}

  async read(records: readonly Stored[]): Promise<void> {
    const ids = records.flatMap(({ id }) => (this.#read.has(id) ? [] : [id]));
    for (const part of inParts(ids, AT_ONCE))
      for (const row of await this.session.orm.select().from(r).where(inArray(r.id, part)))
        this.#read.set(row.id, this.#once(statementOf(row.category, comparableRecord(row))));
  }

  #once(statement: Statement): Statement {
    const text = JSON.stringify([...statement]);
    const known = this.#distinct.get(text);
    if (known === undefined) this.#distinct.set(text, statement);
    return known ?? statement;
  }

  /** Whether two that have been read say anything different, which is asked a million times where it is asked. */
  differ(one: Stored, other: Stored): boolean {
    return this.#read.get(one.id) !== this.#read.get(other.id);
  }

  /** The fields in which two records that have been read contradict each other. */
  contradictions(one: Stored, other: Stored): string[] {
    return contradictions(this.#read.get(one.id) ?? NOTHING, this.#read.get(other.id) ?? NOTHING);
  }
}
