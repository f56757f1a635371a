import { createHash } from "node:crypto";
import type { AccessRead } from "../auth/access-reads.js";
import type { LedgerKeys } from "../auth/ledger-keys.js";
import type { Viewer } from "../auth/viewer.js";
import type { EventRow, Pattern } from "../db/ledger.js";
import { newId } from "../db/tables/columns.js";
import { type AccessExit, type AccessOutcome, MOST_NAMED } from "../domain/access-event.js";
import type { Purpose } from "../domain/source.js";

/** What is to be remembered of an operation. No value of it is. */
export interface AccessEntry {
  readonly viewer: Pick<Viewer, "accountId" | "role" | "roles">;
  readonly occurredAt: Date;
  readonly purpose: Purpose | null;
  readonly exit: AccessExit;
  readonly outcome: AccessOutcome;
  readonly code: string | null;
  readonly operation: { readonly name: string | null; readonly hash: string; readonly registered: boolean };
  readonly policyVersion: string;
  readonly reads: readonly AccessRead[];
  /** Keys of the customers whose rows were read. */
  readonly customers: ReadonlySet<string>;
}

/** What a pattern is the hash of. */
export const patternHashOf = (reads: readonly AccessRead[]): string => {
  const lines = reads.map(({ coordinate, use, grade, level }) => `${coordinate} ${use} ${grade} ${level}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
};

const patterns = new WeakMap<readonly AccessRead[], Pattern>();

export const patternOf = (reads: readonly AccessRead[]): Pattern => {
  const pattern = patterns.get(reads) ?? { hash: patternHashOf(reads), reads };
  patterns.set(reads, pattern);
  return pattern;
};

/** All that an entry says, in one order: what its hash is over. */
const textOf = (event: Omit<EventRow, "hash">): string =>
  JSON.stringify([
    event.id,
    new Date(event.occurredAt).toISOString(),
    event.accountId,
    event.role,
    event.roles,
    event.purpose,
    event.exit,
    event.outcome,
    event.code,
    event.operationName,
    event.operationHash,
    event.registered,
    event.policyVersion,
    event.pattern,
    event.customers,
    event.customerCount,
  ]);

export const entryHashOf = (keys: LedgerKeys, event: Omit<EventRow, "hash">): string =>
  keys.hash("entry", textOf(event));

/** An entry as it is written. */
export const eventRowOf = (keys: LedgerKeys, entry: AccessEntry): EventRow => {
  const { viewer, operation, customers } = entry;
  const named = [...customers].slice(0, MOST_NAMED);
  const event = {
    id: newId(),
    occurredAt: entry.occurredAt.toISOString(),
    accountId: viewer.accountId,
    role: viewer.role,
    roles: [...viewer.roles],
    purpose: entry.purpose,
    exit: entry.exit,
    outcome: entry.outcome,
    code: entry.code,
    operationName: operation.name,
    operationHash: operation.hash,
    registered: operation.registered,
    policyVersion: entry.policyVersion,
    pattern: patternOf(entry.reads).hash,
    customers: named.map(keys.markOf),
    customerCount: customers.size,
  };
  return { ...event, hash: entryHashOf(keys, event) };
};
