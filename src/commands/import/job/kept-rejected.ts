import { SYSTEM } from "../../../auth/viewer.js";
import type { Database } from "../../../db/database.js";
import { encryptRejected, type KeptSize, keptSize, type StoredRejected } from "../../../db/queries/import-job.js";
import type { RejectedRow } from "../rejected-file.js";
import { cutText, MOST_KEPT_BYTES, MOST_KEPT_ROWS } from "../rejected-limits.js";

/** The first rejected rows of a job are kept; behind them they are counted only, which the download says. */
export class KeptRejected {
  private constructor(
    private readonly of: Parameters<typeof encryptRejected>[0],
    private kept: KeptSize,
  ) {}

  static ofNone({ vault }: Database, jobId: string): KeptRejected {
    return new KeptRejected({ vault, jobId }, { rows: 0, bytes: 0 });
  }

  /** Of a job that goes on: what an earlier process kept counts. */
  static async of(database: Database, jobId: string): Promise<KeptRejected> {
    const kept = await database.withViewer(SYSTEM, "READ", (session) => keptSize(session, jobId));
    return new KeptRejected({ vault: database.vault, jobId }, kept);
  }

  /** Those that are kept, encrypted: they may have to wait for their transaction, and hold on to no text of the file. */
  admit(rejected: readonly RejectedRow[]): StoredRejected[] {
    const admitted: StoredRejected[] = [];
    for (const row of rejected) {
      if (this.kept.rows >= MOST_KEPT_ROWS) break;
      const stored = encryptRejected(this.of, { ...row, text: cutText(row.text) });
      const bytes = this.kept.bytes + stored.text.length;
      const fits = bytes <= MOST_KEPT_BYTES;
      this.kept = fits ? { rows: this.kept.rows + 1, bytes } : { ...this.kept, rows: MOST_KEPT_ROWS };
      if (fits) admitted.push(stored);
    }
    return admitted;
  }
}
