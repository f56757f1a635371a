import { and, asc, gt, lte, sql } from "drizzle-orm";
import type { LedgerKeys } from "../auth/ledger-keys.js";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Orm } from "../db/database.js";
import { accessEvent, accessRead, ledgerBatch } from "../db/tables/index.js";
import { entryHashOf, patternHashOf } from "./ledger-entry.js";
import { genesisOf, isGenuine, isSigned, readHead, type SignedHead, type StoredHead } from "./ledger-head.js";
import { batchHashOf, linkMarkOf } from "./seal-ledger.js";

/** What is wrong with the ledger. */
export type LedgerDamage =
  | "ENTRY_CHANGED"
  | "ENTRY_MISSING"
  | "ENTRY_MOVED"
  | "ENTRY_INSERTED"
  | "READS_CHANGED"
  | "BATCH_CHANGED"
  | "BATCH_MISSING"
  | "TAIL_MISSING"
  | "HEAD_CHANGED"
  | "OTHER_KEY"
  | "FOREIGN_HEAD"
  | "BEFORE_HEAD";

/** Where: an entry by its place and id, a batch by its number. */
export interface BrokenLink {
  readonly damage: LedgerDamage;
  readonly batch: number | null;
  readonly seq?: number;
  readonly id?: string;
}

export interface LedgerVerification {
  readonly batches: number;
  readonly entries: number;
  /** Appended and not sealed yet: each was held against its own hash only. */
  readonly unsealed: number;
  /** In the order of the ledger: the first is the first that is broken. */
  readonly broken: readonly BrokenLink[];
}

export interface VerifyLedgerContext {
  readonly database: Database;
  readonly keys: LedgerKeys;
  /** A head that was signed and kept elsewhere: nothing before it may have changed, or be gone. */
  readonly signed?: SignedHead | null;
}

type Event = typeof accessEvent.$inferSelect;
type Batch = typeof ledgerBatch.$inferSelect;

const BATCHES_AT_ONCE = 20;

/** Patterns whose reads are not what their hash is of. One that is gone altogether was of no reads. */
const alteredPatterns = async (orm: Orm): Promise<ReadonlySet<string>> => {
  const { pattern, coordinate, use, grade, level } = accessRead;
  const read = sql<string>`json_agg(json_build_object('coordinate', ${coordinate}, 'use', ${use}, 'grade', ${grade}, 'level', ${level}))`;
  const found = await orm.select({ pattern, reads: read }).from(accessRead).groupBy(pattern);
  return new Set(found.filter((row) => patternHashOf(row.reads as never) !== row.pattern).map((row) => row.pattern));
};

const OF_NOTHING = patternHashOf([]);

const missingPatterns = async (orm: Orm): Promise<readonly string[]> => {
  const none = sql`not exists (select 1 from ${accessRead} r where r.pattern = ${accessEvent.pattern})`;
  const found = await orm.selectDistinct({ pattern: accessEvent.pattern }).from(accessEvent).where(none);
  return found.map(({ pattern }) => pattern).filter((pattern) => pattern !== OF_NOTHING);
};

class LedgerVerifier {
  readonly broken: BrokenLink[] = [];
  entries = 0;
  unsealed = 0;
  #altered: ReadonlySet<string> = new Set();

  constructor(
    private readonly orm: Orm,
    private readonly keys: LedgerKeys,
    private readonly signed: SignedHead | null,
  ) {}

  async run(head: StoredHead): Promise<number> {
    this.#altered = new Set([...(await alteredPatterns(this.orm)), ...(await missingPatterns(this.orm))]);
    let before = { ...genesisOf(this.keys) };
    for await (const batch of this.#batches()) {
      for (let number = before.number + 1; number < batch.number; number += 1)
        this.#note("BATCH_MISSING", { batch: number });
      await this.#batch(batch, before.lastSeq, batch.number === before.number + 1 ? before.hash : null);
      before = { number: batch.number, lastSeq: batch.lastSeq, entries: this.entries, hash: batch.hash };
      this.#heldAgainst(before);
    }
    this.#end(head, before);
    await this.#rest(before.lastSeq);
    return before.number;
  }

  async *#batches(): AsyncGenerator<Batch> {
    for (let after = 0, more = true; more; ) {
      const page = await this.orm
        .select()
        .from(ledgerBatch)
        .where(gt(ledgerBatch.number, after))
        .orderBy(asc(ledgerBatch.number))
        .limit(BATCHES_AT_ONCE);
      yield* page;
      more = page.length === BATCHES_AT_ONCE;
      after = page.at(-1)?.number ?? after;
    }
  }

  #events(after: number, until: number | null): Promise<Event[]> {
    const within = and(gt(accessEvent.seq, after), until === null ? undefined : lte(accessEvent.seq, until));
    return this.orm.select().from(accessEvent).where(within).orderBy(asc(accessEvent.seq));
  }

  /** Entry by entry as the batch remembers them; then the whole of it, and what it follows. */
  async #batch(batch: Batch, after: number, previous: string | null): Promise<void> {
    const sofar = this.broken.length;
    const found = await this.#events(after, batch.lastSeq);
    const events = new Map(found.map((event) => [event.seq, event]));
    for (const [i, seq] of batch.seqs.entries()) {
      this.#link(batch, seq, batch.marks[i], events.get(seq));
      events.delete(seq);
    }
    for (const { seq, id } of events.values()) this.#note("ENTRY_INSERTED", { batch: batch.number, seq, id });
    if (this.broken.length > sofar) return;
    const holds =
      batchHashOf(this.keys, batch, found) === batch.hash && (previous ?? batch.previous) === batch.previous;
    if (!holds) this.#note("BATCH_CHANGED", { batch: batch.number });
  }

  #link({ number }: Batch, seq: number, mark: string | undefined, event: Event | undefined): void {
    this.entries += 1;
    const at = { batch: number, seq, ...(event && { id: event.id }) };
    if (event === undefined) this.#note("ENTRY_MISSING", at);
    else if (linkMarkOf(event.hash) !== mark) this.#note("ENTRY_MOVED", at);
    else this.#content(event, at);
  }

  #content(event: Event, at: Omit<BrokenLink, "damage">): void {
    if (entryHashOf(this.keys, event) !== event.hash) this.#note("ENTRY_CHANGED", at);
    else if (this.#altered.has(event.pattern)) this.#note("READS_CHANGED", at);
  }

  /** What a signed head says of a batch. */
  #heldAgainst({ number, hash, entries }: { number: number; hash: string; entries: number }): void {
    if (this.signed?.number !== number) return;
    if (this.signed.hash !== hash || this.signed.entries !== entries) this.#note("BEFORE_HEAD", { batch: number });
  }

  #end(head: StoredHead, last: { number: number; hash: string }): void {
    if (!isGenuine(this.keys, head)) this.#note("HEAD_CHANGED", { batch: head.number });
    else if (head.number > last.number) this.#note("TAIL_MISSING", { batch: last.number + 1 });
    else if (head.number !== last.number || head.hash !== last.hash) this.#note("HEAD_CHANGED", { batch: head.number });
    if (this.signed === null) return;
    if (!isSigned(this.keys, this.signed)) this.#note("FOREIGN_HEAD", { batch: this.signed.number });
    else if (this.signed.number > last.number) this.#note("TAIL_MISSING", { batch: last.number + 1 });
  }

  async #rest(after: number): Promise<void> {
    const events = await this.#events(after, null);
    this.unsealed = events.length;
    for (const event of events) this.#content(event, { batch: null, seq: event.seq, id: event.id });
  }

  #note(damage: LedgerDamage, at: Omit<BrokenLink, "damage">): void {
    this.broken.push({ damage, ...at });
  }
}

/**
 * Holds every entry against its hash, every batch against its entries and the batch before, and the end against the head:
 * an entry that was changed, taken out, put in or moved is named; so is a tail that was cut off.
 */
export const verifyLedger = ({ database, keys, signed = null }: VerifyLedgerContext): Promise<LedgerVerification> =>
  database.withViewer(SYSTEM, "WRITE", async ({ orm, rows }) => {
    // What is sealed meanwhile is not looked at: head and batches are of one moment.
    await rows("set transaction isolation level repeatable read, read only", []);
    const head = await readHead(orm);
    if (head === null)
      return { batches: 0, entries: 0, unsealed: 0, broken: [{ damage: "HEAD_CHANGED", batch: null }] };
    // By another key nothing is what was written: that says nothing of any entry.
    if (head.keyId !== keys.id)
      return { batches: 0, entries: 0, unsealed: 0, broken: [{ damage: "OTHER_KEY", batch: null }] };
    const verifier = new LedgerVerifier(orm, keys, signed);
    const batches = await verifier.run(head);
    const { entries, unsealed, broken } = verifier;
    return { batches, entries, unsealed, broken };
  });
