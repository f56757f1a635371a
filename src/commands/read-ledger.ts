import { setTimeout as pause } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { LedgerKeys } from "../auth/ledger-keys.js";
import type { Database } from "../db/database.js";
import { type EventRow, insertEvents, insertPattern, type Pattern } from "../db/ledger.js";
import { type AccessEntry, eventRowOf, patternOf } from "./ledger-entry.js";

/** Who read what. */
export interface ReadLedger {
  readonly keys: LedgerKeys;
  /** Resolves once the entry stands in the database. Rejects when it cannot be written: then no answer may leave. */
  write(entry: AccessEntry): Promise<void>;
  /** Has the entry written with the next ones, soon. @throws Error when too many wait already, or it was stopped */
  note(entry: AccessEntry): void;
  /** Once everything is written that was noted until now. */
  settled(): Promise<void>;
  /** Writes what waits, and takes no more. Rejects when that cannot be done. */
  stop(): Promise<void>;
}

export interface ReadLedgerOptions {
  readonly database: Database;
  readonly keys: LedgerKeys;
  readonly onFailure: (error: unknown) => void;
  /** How long an entry nobody waits for may wait for others. */
  readonly delayMs?: number;
}

interface Waiting {
  readonly event: EventRow;
  readonly pattern: Pattern;
  /** Null: nobody waits for it, so it is tried again. */
  readonly done: { resolve(): void; reject(error: unknown): void } | null;
}

const DELAY_MS = 50;
const RETRY_MS = 1_000;
/** Entries of one statement. */
const MOST_AT_ONCE = 500;
/** Entries that may wait while the database cannot be written to: then nothing is answered any more. */
const MOST_WAITING = 10_000;
const MOST_PATTERNS = 10_000;
const LAST_TRIES = 3;

/** Appends entries in groups: whatever comes while one statement is under way goes with the next, all of it at once. */
class GroupedLedger implements ReadLedger {
  readonly keys: LedgerKeys;
  readonly #known = new LRUCache<string, true>({ max: MOST_PATTERNS });
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(private readonly options: ReadLedgerOptions) {
    this.keys = options.keys;
  }

  write(entry: AccessEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#add(entry, { resolve, reject });
      this.#start();
    });
  }

  note(entry: AccessEntry): void {
    this.#add(entry, null);
    this.#startLater(this.options.delayMs ?? DELAY_MS);
  }

  async settled(): Promise<void> {
    this.#start();
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (let tries = 0; tries < LAST_TRIES && (this.#waiting.length > 0 || this.#running !== null); tries += 1) {
      if (tries > 0) await pause(tries * 100);
      await this.settled();
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#waiting.length > 0) throw new Error(`${this.#waiting.length} entries of the read ledger are lost`);
  }

  #add(entry: AccessEntry, done: Waiting["done"]): void {
    if (this.#stopped || this.#waiting.length >= MOST_WAITING) throw new Error("the read ledger cannot be written");
    this.#waiting.push({ event: eventRowOf(this.keys, entry), pattern: patternOf(entry.reads), done });
  }

  #startLater(ms: number): void {
    if (this.#running !== null) return;
    this.#timer ??= setTimeout(() => this.#start(), ms).unref();
  }

  #start(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // Not at once: what other requests are about to write goes along.
    this.#running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#drain());
  }

  async #drain(): Promise<void> {
    let failed = false;
    while (this.#waiting.length > 0 && !failed) {
      const group = this.#waiting.splice(0, MOST_AT_ONCE);
      failed = !(await this.#append(group));
    }
    this.#running = null;
    if (this.#waiting.length > 0) this.#startLater(RETRY_MS);
  }

  /** Those nobody waits for are kept and tried again; whoever waits is told. */
  async #append(group: readonly Waiting[]): Promise<boolean> {
    try {
      await this.#insert(group);
      for (const { done } of group) done?.resolve();
      return true;
    } catch (error) {
      const all = [...group, ...this.#waiting];
      this.#waiting = all.filter(({ done }) => done === null);
      for (const { done } of all) done?.reject(error);
      this.options.onFailure(error);
      return false;
    }
  }

  async #insert(group: readonly Waiting[]): Promise<void> {
    const { database } = this.options;
    for (const { pattern } of group) {
      if (this.#known.has(pattern.hash) || pattern.reads.length === 0) continue;
      await insertPattern(pattern, database);
      this.#known.set(pattern.hash, true);
    }
    await insertEvents(
      database,
      group.map(({ event }) => event),
    );
  }
}

export const openReadLedger = (options: ReadLedgerOptions): ReadLedger => new GroupedLedger(options);
