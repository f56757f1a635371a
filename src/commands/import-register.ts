import { SYSTEM } from "../auth/viewer.js";
import type { Database, Session } from "../db/database.js";
import { todayIn } from "../domain/local-date.js";
import { importBatch } from "./import/batch.js";
import { checkRegisterFile, registerBatches } from "./import/register-file.js";
import { RejectedFile, type RejectedRow } from "./import/rejected-file.js";
import { chooseBranch, chooseCollector, type ImportSettings } from "./import/settings.js";
import { addSummaries, type ImportSummary, NOTHING_IMPORTED } from "./import/summary.js";

export interface ImportRequest {
  readonly files: readonly string[];
  /** May be left out where there is one branch. */
  readonly branchCode?: string | undefined;
  /** Who counts as the collector; the importer's own account unless said. */
  readonly username?: string | undefined;
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
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onRejected?: (file: string, row: RejectedRow) => void;
}

export interface ImportReport extends ImportSummary {
  /** The files the rejected rows went to. */
  readonly rejectedFiles: readonly string[];
}

type Transaction = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

interface Run {
  readonly inTransaction: Transaction;
  readonly settings: ImportSettings;
  readonly onBytes: (bytes: number) => void;
  readonly onRejected: (file: string, row: RejectedRow) => void;
  /** Null in a rehearsal. */
  readonly rejectedFileOf: (file: string) => Promise<RejectedFile | null>;
}

async function* importFile(run: Run, file: string): AsyncGenerator<Partial<ImportReport>> {
  const { inTransaction, settings, onBytes, onRejected } = run;
  const rejectedFile = await run.rejectedFileOf(file);
  try {
    for await (const { registrations, rejected } of registerBatches(file, settings.today, onBytes)) {
      for (const row of rejected) {
        onRejected(file, row);
        await rejectedFile?.add(row);
      }
      const written = await inTransaction((session) => importBatch(session, settings, registrations));
      yield { ...written, rows: registrations.length + rejected.length, rejected: rejected.length };
    }
  } finally {
    await rejectedFile?.close();
  }
  if (rejectedFile?.used) yield { rejectedFiles: [rejectedFile.path] };
}

const settingsFor = async (
  session: Session,
  { now, timeZone }: ImportContext,
  { branchCode, username }: ImportRequest,
): Promise<ImportSettings> => ({
  branch: await chooseBranch(session, branchCode),
  collectorId: await chooseCollector(session, username, now),
  now,
  today: todayIn(timeZone, now),
});

const importFiles = async (
  context: ImportContext,
  request: ImportRequest,
  inTransaction: Transaction,
  totalBytes: number,
): Promise<ImportReport> => {
  let bytes = 0;
  let report: ImportReport = { ...NOTHING_IMPORTED, rejectedFiles: [] };
  const run: Run = {
    inTransaction,
    settings: await inTransaction((session) => settingsFor(session, context, request)),
    onBytes: (read) => {
      bytes += read;
    },
    onRejected: context.onRejected ?? (() => {}),
    rejectedFileOf: async (file) => (request.dryRun ? null : RejectedFile.of(file)),
  };
  for (const file of request.files)
    for await (const { rejectedFiles = [], ...part } of importFile(run, file)) {
      report = { ...addSummaries(report, part), rejectedFiles: [...report.rejectedFiles, ...rejectedFiles] };
      context.onProgress?.({ rows: report.rows, bytes, totalBytes });
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

/**
 * Imports files of a public register: each row becomes a customer, unless it is known, and a REGISTRATION record, unless
 * the same row was imported before. Nothing known is overwritten: a changed row becomes one more record.
 *
 * @throws Refusal before anything is written: a file that is none, an unknown branch or account
 */
export const importRegister = async (context: ImportContext, request: ImportRequest): Promise<ImportReport> => {
  let totalBytes = 0;
  for (const file of request.files) totalBytes += await checkRegisterFile(file);
  const { database } = context;
  const work = (inTransaction: Transaction) => importFiles(context, request, inTransaction, totalBytes);
  return request.dryRun ? rehearse(database, work) : work((part) => database.withViewer(SYSTEM, "WRITE", part));
};
