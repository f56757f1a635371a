import type { Session } from "../../db/database.js";
import { lookUpByIndex, waitForOtherImports } from "../../db/queries/import.js";
import { BATCH } from "./batch.js";
import { type Batch, batchOf, type Sorted, writeRows } from "./import-rows.js";
import type { Importer, InParts, Written, WrittenPart } from "./importer.js";

export type Transaction = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

const allOf = (parts: readonly Written[]): Written => ({
  customers: parts.reduce((sum, { customers }) => sum + customers, 0),
  findings: parts.flatMap(({ findings }) => findings),
  outcomes: parts.flatMap(({ outcomes }) => outcomes),
});

/** Batch by batch, so that the parts take turns in this process: while one is prepared, others are written. */
const writePart = async <Row>(session: Session, inParts: InParts<Row>, rows: readonly Row[]) => {
  await lookUpByIndex(session);
  const parts: WrittenPart<Row>[] = [];
  for (let start = 0; start < rows.length; start += BATCH)
    parts.push(await inParts.write(session, rows.slice(start, start + BATCH)));
  return { written: allOf(parts.map(({ written }) => written)), left: parts.flatMap(({ left }) => left) };
};

/** All of them have ended before one that failed is heard of: nothing writes on behind an error. */
const allEnded = async <T>(works: readonly Promise<T>[]): Promise<T[]> => {
  const ended = await Promise.allSettled(works);
  return ended.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  });
};

/**
 * Writes sorted rows by several transactions at once, as many as there are `parts`. The first of them keeps other imports
 * out until all are done, and then writes what cannot be told from the others' rows. A part that is committed stays when
 * another fails: the same rows imported again change nothing.
 */
export const writeInParts = (
  transaction: Transaction,
  importer: Importer,
  sorted: Sorted,
  parts: number,
): Promise<Batch> =>
  transaction(async (first) => {
    const { inParts } = importer;
    if (inParts === undefined || parts < 2) return writeRows(first, importer, sorted);
    await waitForOtherImports(first);
    const { apart, together } = inParts.split(sorted.readable, parts);
    const [own = [], ...others] = apart;
    const written: WrittenPart<unknown>[] = await allEnded([
      writePart(first, inParts, own),
      ...others.map((rows) => transaction((session) => writePart(session, inParts, rows))),
    ]);
    const last = [...together, ...written.flatMap(({ left }) => left)];
    last.sort((a, b) => inParts.lineOf(a) - inParts.lineOf(b));
    return batchOf(sorted, allOf([...written.map((part) => part.written), await importer.write(first, last)]));
  });
