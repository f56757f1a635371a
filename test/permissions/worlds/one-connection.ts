import type { QueryOptions, Results } from "@electric-sql/pglite";
import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import { connectTo } from "../../../src/db/connection.js";

/** What an undoable archive needs of the one session it has, embedded or not. */
export interface OneSession {
  readonly parsers: Record<number, unknown>;
  query<T>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<T>>;
  exec(text: string): Promise<unknown>;
  transaction<T>(work: (session: OneSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Of how many statements is remembered that they came before. */
const REMEMBERED = 500;

const connected = (url: string): Sql =>
  connectTo({ url, prepare: true, forGood: true, settings: { jit: "off", plan_cache_mode: "force_generic_plan" } });

/**
 * One connection to PostgreSQL, for what takes an embedded database. A statement is prepared from the second time on, and planned
 * once: of hundreds of thousands that come once each, PostgreSQL would keep every plan.
 */
export class OneConnection implements OneSession {
  #sql: Sql;
  readonly #seen = new LRUCache<string, true>({ max: REMEMBERED });

  constructor(private readonly url: string) {
    this.#sql = connected(url);
  }

  /** Lets go of its database meanwhile. */
  async without(work: () => Promise<void>): Promise<void> {
    const { parsers } = this;
    await this.#sql.end();
    await work();
    this.#sql = connected(this.url);
    Object.assign(this.parsers, parsers);
    this.#seen.clear();
  }

  get parsers(): Record<number, unknown> {
    return this.#sql.options.parsers as Record<number, unknown>;
  }

  async query<T>(text: string, values: unknown[] = [], options: QueryOptions = {}): Promise<Results<T>> {
    const prepare = this.#seen.has(text);
    this.#seen.set(text, true);
    const asked = this.#sql.unsafe(text, values as string[], { prepare, simple: false } as { prepare: boolean });
    const rows = await (options.rowMode === "array" ? asked.values() : asked);
    return { rows: [...rows] as T[], fields: [], affectedRows: rows.count };
  }

  exec(text: string): Promise<unknown> {
    return this.#sql.unsafe(text).simple();
  }

  async transaction<T>(work: (session: OneSession) => Promise<T>): Promise<T> {
    await this.exec("begin");
    try {
      const done = await work(this);
      await this.exec("commit");
      return done;
    } catch (error) {
      await this.exec("rollback");
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#sql.end();
  }
}
