import { readFile } from "node:fs/promises";
import { SYSTEM } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import type { FourEyes } from "../domain/four-eyes.js";
import { todayIn } from "../domain/local-date.js";
import { importFile, type Opened, type Run } from "./import/import-file.js";
import type { Outcome } from "./import/importer.js";
import { IMPORT_KINDS } from "./import/mapping/import-kind.js";
import { readImportMap } from "./import/mapping/import-map.js";
import { checkMap, type NamedMap } from "./import/open-import.js";
import type { Encoding } from "./import/reading/encoding.js";
import { readable } from "./import/reading/readable.js";
import { openTable } from "./import/reading/table.js";
import { RejectedFile } from "./import/rejected-file.js";
import { chooseBranch, chooseCollector, type ImportSettings } from "./import/settings.js";
import { addSummaries, type ImportSummary, NOTHING_IMPORTED } from "./import/summary.js";
import type { Transaction } from "./import/write-in-parts.js";

export interface ImportRequest {
  readonly files: readonly string[];
  /** Which column feeds which field; without one the files are registers with their own header. */
  readonly map?: string | undefined;
  /** Found out unless said. */
  readonly encoding?: Encoding | undefined;
  /** Of workbooks: the first one unless said. */
  readonly sheet?: string | undefined;
  /** May be left out where there is one branch. */
  readonly branchCode?: string | undefined;
  /** Who counts as the collector; the importer's own account unless said. */
  readonly username?: string | undefined;
  /** Transactions at once, on PostgreSQL; each holds a connection. One unless said. */
  readonly writers?: number | undefined;
  /** Nothing is written: neither to the archive nor beside the files. */
  readonly dryRun?: boolean | undefined;
}

export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ImportContext {
  readonly database: Database;
  readonly now: Date;
  /** IANA name: where the business day begins. */
  readonly timeZone: string;
  readonly fourEyes: FourEyes;
  readonly onFile?: (file: string, form: string) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRow?: (file: string, outcome: Outcome) => void;
}

export interface ImportReport extends ImportSummary {
  /** The files the rejected rows went to. */
  readonly rejectedFiles: readonly string[];
}

const loadMap = async (path: string | undefined): Promise<NamedMap> => {
  if (path === undefined) return { name: "--map", map: null };
  return { name: path, map: readImportMap(path, await readable(path, () => readFile(path, "utf8"))) };
};

const settingsFor = async (
  session: Session,
  { database, now, timeZone, fourEyes }: ImportContext,
  { branchCode, username }: ImportRequest,
  { map }: NamedMap,
): Promise<ImportSettings> => {
  const branch = await chooseBranch(session, branchCode);
  const { mutation } = IMPORT_KINDS[map?.kind ?? "register"];
  const viewer = await chooseCollector(session, { username, branch, mutations: [mutation] }, now);
  const context = { database, viewer, now, timeZone, fourEyes, once: null, wrote: () => {} };
  return { branch, context, today: todayIn(timeZone, now) };
};

interface RunOfAll extends Omit<Run, "onBytes"> {
  /** Null in a rehearsal. */
  readonly rejectedFileOf: (file: string) => Promise<RejectedFile | null>;
}

const importAll = async (
  context: ImportContext,
  { rejectedFileOf, ...run }: RunOfAll,
  files: readonly Opened[],
): Promise<ImportReport> => {
  const totalBytes = files.reduce((sum, { table }) => sum + table.bytes, 0);
  let bytes = 0;
  const onBytes = (read: number): void => {
    bytes += read;
  };
  let report: ImportReport = { ...NOTHING_IMPORTED, rejectedFiles: [] };
  for (const opened of files) {
    const rejectedFile = await rejectedFileOf(opened.file);
    try {
      for await (const { summary, outcomes, rejected } of importFile({ ...run, onBytes }, opened)) {
        for (const outcome of outcomes) context.onRow?.(opened.file, outcome);
        for (const row of rejected) await rejectedFile?.add(row);
        report = { ...report, ...addSummaries(report, summary) };
        context.onProgress?.({ rows: report.rows, bytes, totalBytes });
      }
    } finally {
      await rejectedFile?.close();
    }
    if (rejectedFile?.used) report = { ...report, rejectedFiles: [...report.rejectedFiles, rejectedFile.path] };
  }
  return report;
};

/** Carries the result out of a transaction that is undone by throwing it. */
class Undone {
  constructor(readonly report: ImportReport) {}
}

/** One transaction over everything, undone at its end: what would happen has happened, and did not. */
const rehearse = async (database: Database, work: (inTransaction: Transaction) => Promise<ImportReport>) => {
  const all = database.withViewer(SYSTEM, "WRITE", async (session) => {
    throw new Undone(await work((part) => part(session)));
  });
  return all.catch((thrown: unknown) => {
    if (thrown instanceof Undone) return thrown.report;
    throw thrown;
  });
};

/** All files, read to their ends as far as they are text, before anything of one is written. */
const openFiles = async (context: ImportContext, request: ImportRequest, map: NamedMap): Promise<Opened[]> => {
  const opened: Opened[] = [];
  for (const file of request.files) {
    const table = await openTable(file, { encoding: request.encoding, sheet: request.sheet });
    checkMap(map, table, file, todayIn(context.timeZone, context.now));
    context.onFile?.(file, table.form);
    opened.push({ file, table });
  }
  return opened;
};

/**
 * Imports files. A row of a register becomes a customer, unless it is known, and a REGISTRATION record; a row of a mapped
 * file becomes a record of a customer who is there. A row that was imported before changes nothing; one that has changed
 * supersedes the draft it left. Interrupted and run again, it goes on where it stopped.
 *
 * @throws Refusal before anything is written: a file that is none, a map that does not fit, an unknown branch or account
 */
export const importFiles = async (context: ImportContext, request: ImportRequest): Promise<ImportReport> => {
  const { database } = context;
  const map = await loadMap(request.map);
  const files = await openFiles(context, request, map);
  // The embedded database has one session, and a rehearsal one transaction.
  const writers = database.kind === "embedded" || request.dryRun ? 1 : (request.writers ?? 1);
  const rejectedFileOf = async (file: string) => (request.dryRun ? null : RejectedFile.of(file));
  const work = async (inTransaction: Transaction) => {
    const settings = await inTransaction((session) => settingsFor(session, context, request, map));
    return importAll(context, { inTransaction, settings, map, rejectedFileOf, writers }, files);
  };
  return request.dryRun ? rehearse(database, work) : work((part) => database.withViewer(SYSTEM, "WRITE", part));
};
