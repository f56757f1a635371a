import type { BrokenLink, LedgerDamage, LedgerVerification } from "../commands/verify-ledger.js";

const SAID: Readonly<Record<LedgerDamage, string>> = {
  ENTRY_CHANGED: "the entry is not what was written",
  ENTRY_MISSING: "the entry is gone",
  ENTRY_MOVED: "another entry stands in its place",
  ENTRY_INSERTED: "the entry was not there when the batch was sealed",
  READS_CHANGED: "what the entry says was read is not what was written",
  BATCH_CHANGED: "the batch does not fit its entries and the batch before",
  BATCH_MISSING: "the batch is gone",
  TAIL_MISSING: "the ledger was cut off from here on",
  HEAD_CHANGED: "the head is not what was sealed",
  OTHER_KEY: "the ledger is kept with another LEDGER_KEY",
  FOREIGN_HEAD: "the signed head was not signed by this LEDGER_KEY, or was changed",
  BEFORE_HEAD: "what is there is not what the signed head was made of",
};

/** One line per damage: where, and what. Nothing of what an entry says. */
export const brokenLine = ({ damage, batch, seq, id }: BrokenLink): string => {
  const where = [
    ...(seq === undefined ? [] : [`entry ${seq}${id === undefined ? "" : ` (${id})`}`]),
    ...(batch === null ? [] : [`batch ${batch}`]),
  ];
  return `${where.length > 0 ? where.join(", ") : "ledger"}: ${SAID[damage]}`;
};

const isOfAnotherKey = ({ broken }: LedgerVerification): boolean => broken[0]?.damage === "OTHER_KEY";

/** A line for each damage; by another key nothing was held against anything. */
export const brokenLines = (found: LedgerVerification): readonly string[] =>
  isOfAnotherKey(found) ? [] : found.broken.map(brokenLine);

/** The whole in one line. */
export const ledgerLine = (found: LedgerVerification, seconds: number): string => {
  if (isOfAnotherKey(found)) return `Read ledger: NOT VERIFIED, ${SAID.OTHER_KEY} than the one given here.`;
  const { batches, entries, unsealed, broken } = found;
  const parts = [
    `${entries} entries in ${batches} batches`,
    ...(unsealed > 0 ? [`${unsealed} not sealed yet`] : []),
    broken.length > 0 ? `${broken.length} BROKEN, the first: ${brokenLine(broken[0] as BrokenLink)}` : "nothing broken",
  ];
  return `Read ledger: ${parts.join("; ")} (${seconds.toFixed(1)} s).`;
};
