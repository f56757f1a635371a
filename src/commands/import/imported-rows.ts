import type { Session } from "../../db/database.js";
import { findImportedRows, type ImportedBy, type ImportedRow } from "../../db/queries/import.js";

/** Which rows were imported for which customers already; grows with what is planned. */
export class ImportedRows {
  private readonly keys = new Set<string>();

  /** False when the same row was imported for this customer before. */
  isFirst({ customerId, importKey }: ImportedRow): boolean {
    const key = `${customerId} ${importKey}`;
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }
}

/** Of rows about customers that were there before: nothing was imported for a new one. */
export const loadImportedRows = async (
  session: Session,
  rows: readonly ImportedRow[],
  by: ImportedBy,
): Promise<ImportedRows> => {
  const imported = new ImportedRows();
  if (rows.length > 0) for (const row of await findImportedRows(session, rows, by)) imported.isFirst(row);
  return imported;
};
